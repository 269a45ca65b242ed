package polo.images.photo;

import java.util.Optional;

/// Walks a WebP chunk by chunk (https://developers.google.com/speed/webp/docs/riff_container).
final class WebpHeaders {

  private static final int FIRST_CHUNK = 12;

  private WebpHeaders() {}

  static Optional<ImageHeader> read(Bytes bytes) {
    return size(bytes)
        .map(size ->
            ImageHeader.plain(
                ImageFormat.WEBP, size, 4, 8, frames(bytes), bytes.u32le(4) + 8 <= bytes.length()));
  }

  private static Optional<PixelSize> size(Bytes bytes) {
    if (bytes.says(FIRST_CHUNK, "VP8X")) {
      return PixelSize.claimed(bytes.u24le(24) + 1, bytes.u24le(27) + 1)
          .filter(canvas -> holdsItsPicture(bytes, canvas));
    }
    return picture(bytes, FIRST_CHUNK);
  }

  /// False when the still picture behind the header is not the header's: decoders believe the
  /// picture, and take as much memory as it claims.
  private static boolean holdsItsPicture(Bytes bytes, PixelSize canvas) {
    long at = FIRST_CHUNK;
    while (bytes.has(at, 8)) {
      if (bytes.says(at, "VP8 ") || bytes.says(at, "VP8L")) {
        return picture(bytes, at).filter(canvas::equals).isPresent();
      }
      long length = bytes.u32le(at + 4);
      at += 8 + length + (length & 1);
    }
    return true;
  }

  private static Optional<PixelSize> picture(Bytes bytes, long at) {
    if (bytes.says(at, "VP8L") && bytes.u8(at + 8) == 0x2f) {
      return lossless(bytes.u32le(at + 9));
    }
    // The key frame's start code, then 14 bits a side with two bits of scaling above.
    if (bytes.says(at, "VP8 ") && bytes.says(at + 11, "\u009d\u0001*")) {
      return PixelSize.claimed(bytes.u16le(at + 14) & 0x3fff, bytes.u16le(at + 16) & 0x3fff);
    }
    return Optional.empty();
  }

  private static Optional<PixelSize> lossless(long sides) {
    return sides < 0
        ? Optional.empty()
        : PixelSize.claimed((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1);
  }

  private static int frames(Bytes bytes) {
    int frames = 0;
    long at = FIRST_CHUNK;
    while (bytes.has(at, 8)) {
      if (bytes.says(at, "ANMF")) {
        frames++;
      }
      long length = bytes.u32le(at + 4);
      at += 8 + length + (length & 1);
    }
    return Math.max(1, frames);
  }
}
