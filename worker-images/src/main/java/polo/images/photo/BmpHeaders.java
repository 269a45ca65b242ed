package polo.images.photo;

import java.util.Optional;

/// Reads a Windows or OS/2 bitmap's header.
final class BmpHeaders {

  private static final int CORE = 12;

  private BmpHeaders() {}

  /// The sizes the second header has had over the years tell a bitmap.
  static boolean isHeaderSize(long size) {
    return size == CORE || size >= 16 && size <= 128;
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    boolean core = bytes.u32le(14) == CORE;
    long width = core ? bytes.u16le(18) : signed(bytes.u32le(18));
    // A negative height means that the rows go downwards.
    long height = core ? bytes.u16le(20) : Math.abs(signed(bytes.u32le(22)));
    int bits = bytes.u16le(core ? 24 : 28);
    return PixelSize.claimed(width, height)
        .map(size ->
            ImageHeader.plain(ImageFormat.BMP, size, components(bits), 8, 1, bytes.u32le(10) >= 0));
  }

  private static long signed(long u32) {
    return (int) u32;
  }

  private static int components(int bitsPerPixel) {
    if (bitsPerPixel <= 8) {
      return 1;
    }
    return bitsPerPixel == 32 ? 4 : 3;
  }
}
