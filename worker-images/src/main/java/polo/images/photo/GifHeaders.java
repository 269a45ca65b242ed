package polo.images.photo;

import java.util.Optional;

/// Walks a GIF block by block (https://www.w3.org/Graphics/GIF/spec-gif89a.txt) and counts its
/// frames.
///
/// A decoder allocates the larger of the screen and the first frame, so that is the size.
final class GifHeaders {

  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;

  private final Bytes bytes;
  private long at = 13;
  private int frames;
  private int frameRight;
  private int frameBottom;
  private boolean ended;

  private GifHeaders(Bytes bytes) {
    this.bytes = bytes;
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    GifHeaders walk = new GifHeaders(bytes);
    walk.walk();
    return walk.header();
  }

  private void walk() {
    skipColourTable(bytes.u8(10));
    boolean goesOn = true;
    while (goesOn) {
      int block = bytes.u8(at++);
      switch (block) {
        case EXTENSION -> {
          at++;
          skipSubBlocks();
        }
        case IMAGE -> takeImage();
        default -> {
          ended = block == TRAILER;
          goesOn = false;
        }
      }
    }
  }

  private void takeImage() {
    if (frames == 0) {
      frameRight = bytes.u16le(at) + bytes.u16le(at + 4);
      frameBottom = bytes.u16le(at + 2) + bytes.u16le(at + 6);
    }
    frames++;
    int flags = bytes.u8(at + 8);
    at += 9;
    skipColourTable(flags);
    at++;
    skipSubBlocks();
  }

  private void skipColourTable(int flags) {
    if (flags >= 0 && (flags & 0x80) != 0) {
      at += 3L << ((flags & 7) + 1);
    }
  }

  private void skipSubBlocks() {
    int size = bytes.u8(at++);
    while (size > 0) {
      at += size;
      size = bytes.u8(at++);
    }
  }

  private Optional<ImageHeader> header() {
    int width = Math.max(bytes.u16le(6), frameRight);
    int height = Math.max(bytes.u16le(8), frameBottom);
    return PixelSize.claimed(width, height)
        .map(size -> ImageHeader.plain(ImageFormat.GIF, size, 1, 8, Math.max(1, frames), ended));
  }
}
