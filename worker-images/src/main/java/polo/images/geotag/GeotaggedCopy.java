package polo.images.geotag;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import polo.common.document.Photo.PhotoPosition;

/// Makes a copy of a JPEG that tells where it was taken, losing nothing: of all bytes only the EXIF
/// segment is another, and of that all that was there stays where it was.
///
/// Idea: tags that don't fit are found by their place in the segment's TIFF block, makers' notes in
/// ways only their makers know. So nothing in the block is moved: a new main directory and a new
/// GPS directory are put behind it, with the old entries copied as they are, and the block's head
/// points to them. A JPEG without EXIF gets a segment with a position alone.
public final class GeotaggedCopy {

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] EMPTY_TIFF = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0};
  private static final int APP1 = 0xe1;
  private static final int SOS = 0xda;

  /// What the length of a segment can say.
  private static final int MAX_SEGMENT = 0xffff;

  private GeotaggedCopy() {}

  /// What can come of it.
  public sealed interface Tagged {
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
    record Copy(byte[] jpeg) implements Tagged {}

    record Impossible(String why) implements Tagged {}
  }

  /// The copy. Whoever asks has made sure that the photo has no position of its own.
  public static Tagged of(byte[] jpeg, PhotoPosition position) {
    if (jpeg.length < 4 || (jpeg[0] & 0xff) != 0xff || (jpeg[1] & 0xff) != 0xd8) {
      return new Tagged.Impossible("not a JPEG");
    }
    int at = exifAt(jpeg);
    int end = at < 0 ? 2 : at + 2 + u16(jpeg, at + 2);
    byte[] tiff = at < 0 ? EMPTY_TIFF : Arrays.copyOfRange(jpeg, at + 4 + EXIF.length, end);
    return TiffBlock.of(tiff)
        .flatMap(block -> block.withPosition(position))
        .<Tagged>map(block -> copy(jpeg, at < 0 ? 2 : at, end, block))
        .orElseGet(() -> new Tagged.Impossible("its EXIF is broken"));
  }

  private static Tagged copy(byte[] jpeg, int from, int to, byte[] tiff) {
    int length = 2 + EXIF.length + tiff.length;
    if (length > MAX_SEGMENT) {
      return new Tagged.Impossible("its EXIF is full");
    }
    byte[] copy = new byte[from + 2 + length + jpeg.length - to];
    System.arraycopy(jpeg, 0, copy, 0, from);
    copy[from] = (byte) 0xff;
    copy[from + 1] = (byte) APP1;
    copy[from + 2] = (byte) (length >> 8);
    copy[from + 3] = (byte) length;
    System.arraycopy(EXIF, 0, copy, from + 4, EXIF.length);
    System.arraycopy(tiff, 0, copy, from + 4 + EXIF.length, tiff.length);
    System.arraycopy(jpeg, to, copy, from + 2 + length, jpeg.length - to);
    return new Tagged.Copy(copy);
  }

  /// Where the EXIF segment begins; -1 when there is none before the picture.
  private static int exifAt(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) != SOS) {
      int end = at + 2 + u16(jpeg, at + 2);
      if (end > jpeg.length) {
        return -1;
      }
      if ((jpeg[at + 1] & 0xff) == APP1
          && end >= at + 4 + EXIF.length
          && Arrays.equals(jpeg, at + 4, at + 4 + EXIF.length, EXIF, 0, EXIF.length)) {
        return at;
      }
      at = end;
    }
    return -1;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
