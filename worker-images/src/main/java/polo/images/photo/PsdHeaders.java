package polo.images.photo;

import java.util.Optional;

/// Reads a Photoshop document's fixed header.
final class PsdHeaders {

  private PsdHeaders() {}

  static Optional<ImageHeader> read(Bytes bytes) {
    int version = bytes.u16be(4);
    int channels = bytes.u16be(12);
    int bits = bytes.u16be(22);
    boolean valid = (version == 1 || version == 2) && channels >= 1 && channels <= 56 && bits >= 1;
    if (!valid) {
      return Optional.empty();
    }
    return PixelSize.claimed(bytes.u32be(18), bytes.u32be(14))
        .map(
            size -> ImageHeader.plain(ImageFormat.PSD, size, Math.min(channels, 5), bits, 1, true));
  }
}
