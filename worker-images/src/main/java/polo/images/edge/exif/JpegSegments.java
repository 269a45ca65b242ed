package polo.images.edge.exif;

import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentType;
import java.util.Arrays;

/// Collects the segments of a JPEG that carry metadata, up to the coded data or the first thing
/// that is no segment: what was whole before the damage is still read. (The library's own walk
/// gives up the lot.)
final class JpegSegments {

  private static final int APP1 = 0xe1;
  private static final int FIRST_WITH_LENGTH = 0xc0;
  private static final int RST0 = 0xd0;
  private static final int SOS = 0xda;

  private JpegSegments() {}

  static JpegSegmentData of(byte[] jpeg) {
    JpegSegmentData segments = new JpegSegmentData();
    int at = 2;
    while (at + 4 <= jpeg.length && jpeg[at] == -1) {
      int marker = jpeg[at + 1] & 0xff;
      int end = at + 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
      if (marker == 0xff) {
        // A fill byte.
        at++;
        continue;
      }
      if (!hasBody(marker) || end < at + 4 || end > jpeg.length) {
        return segments;
      }
      if (marker == APP1) {
        segments.addSegment(JpegSegmentType.APP1.byteValue, Arrays.copyOfRange(jpeg, at + 4, end));
      }
      at = end;
    }
    return segments;
  }

  /// False where segments end: at the coded data, the end, or a marker that stands alone.
  private static boolean hasBody(int marker) {
    return marker >= FIRST_WITH_LENGTH && (marker < RST0 || marker > SOS);
  }
}
