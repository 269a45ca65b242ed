package polo.images.photo;

import java.util.Optional;

/// Walks a JPEG marker by marker (ITU T.81 annex B), through the coded data too: the passes are
/// counted and the end is seen, which no decoder in Java tells.
///
/// What follows the end (a second picture, a motion photo's film) is not looked at.
final class JpegHeaders {

  private static final int TEM = 0x01;
  private static final int SOF_FIRST = 0xc0;
  private static final int SOF_LAST = 0xcf;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int RST_FIRST = 0xd0;
  private static final int RST_LAST = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;

  private final Bytes bytes;
  private long at = 2;
  private int frameMarker = -1;
  private long frameAt = -1;
  private int scans;
  private boolean ended;
  private boolean broken;

  private JpegHeaders(Bytes bytes) {
    this.bytes = bytes;
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    JpegHeaders walk = new JpegHeaders(bytes);
    walk.walk();
    return walk.header();
  }

  private void walk() {
    while (!ended && !broken && at < bytes.length()) {
      int marker = nextMarker();
      if (marker < 0) {
        return;
      }
      take(marker);
    }
  }

  /// The next marker's code, or -1 at the end. Stray bytes on the way are skipped, as decoders do.
  private int nextMarker() {
    byte[] array = bytes.array();
    int i = (int) at;
    while (i + 1 < array.length) {
      if (array[i] == -1 && array[i + 1] != -1 && array[i + 1] != 0) {
        at = i + 2L;
        return array[i + 1] & 0xff;
      }
      i++;
    }
    at = array.length;
    return -1;
  }

  private void take(int marker) {
    if (marker == EOI) {
      ended = true;
    } else if (marker != SOI && marker != TEM && (marker < RST_FIRST || marker > RST_LAST)) {
      takeSegment(marker);
    }
  }

  private void takeSegment(int marker) {
    int length = bytes.u16be(at);
    if (length < 2) {
      // Shorter than its own length field, or the file ends here. Once there is a scan, a picture
      // can be made of what came before: flipped bits in coded data look like markers.
      broken = scans == 0;
      at = bytes.length();
      return;
    }
    if (isFrame(marker) && frameMarker < 0) {
      frameMarker = marker;
      frameAt = at;
    }
    if (marker == SOS) {
      scans++;
    }
    // The coded data behind a scan's header has no markers but restarts: nextMarker runs over it.
    at += length;
  }

  private Optional<ImageHeader> header() {
    if (broken || frameMarker < 0 || scans == 0) {
      return Optional.empty();
    }
    int components = bytes.u8(frameAt + 7);
    if (components < 1 || components > 4) {
      return Optional.empty();
    }
    // A height of 0 means "told later" (DNL), which nobody writes and decoders refuse.
    return PixelSize.claimed(bytes.u16be(frameAt + 5), bytes.u16be(frameAt + 3))
        .map(size ->
            new ImageHeader(
                ImageFormat.JPEG,
                size,
                components,
                bytes.u8(frameAt + 2),
                isProgressive(),
                scans,
                1,
                ended,
                null));
  }

  private static boolean isFrame(int marker) {
    return marker >= SOF_FIRST
        && marker <= SOF_LAST
        && marker != DHT
        && marker != JPG
        && marker != DAC;
  }

  /// SOF2, 6, 10 and 14.
  private boolean isProgressive() {
    return (frameMarker & 3) == 2;
  }
}
