package polo.images.photo;

import java.util.Optional;

/// Walks a PNG chunk by chunk (https://www.w3.org/TR/png-3/).
final class PngHeaders {

  private static final int FIRST_CHUNK = 8;
  private static final int CHUNK_FRAME = 12;

  private PngHeaders() {}

  static Optional<ImageHeader> read(Bytes bytes) {
    if (!bytes.says(FIRST_CHUNK + 4, "IHDR")) {
      return Optional.empty();
    }
    int components = components(bytes.u8(25));
    if (components == 0) {
      return Optional.empty();
    }
    Chunks chunks = walk(bytes);
    return PixelSize.claimed(bytes.u32be(16), bytes.u32be(20))
        .map(size ->
            ImageHeader.plain(
                ImageFormat.PNG, size, components, bytes.u8(24), chunks.frames, chunks.complete));
  }

  private record Chunks(int frames, boolean complete) {}

  private static Chunks walk(Bytes bytes) {
    int frames = 1;
    long at = FIRST_CHUNK;
    while (bytes.has(at, CHUNK_FRAME)) {
      if (bytes.says(at + 4, "acTL")) {
        frames = Math.clamp(bytes.u32be(at + 8), 1, Integer.MAX_VALUE);
      }
      if (bytes.says(at + 4, "IEND")) {
        return new Chunks(frames, true);
      }
      at += CHUNK_FRAME + bytes.u32be(at);
    }
    return new Chunks(frames, false);
  }

  /// Channels of a colour type; 0 for one that does not exist. An indexed pixel is one component.
  private static int components(int colourType) {
    return switch (colourType) {
      case 0, 3 -> 1;
      case 4 -> 2;
      case 2 -> 3;
      case 6 -> 4;
      default -> 0;
    };
  }
}
