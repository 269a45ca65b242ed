package polo.images.photo;

import java.util.Optional;

/// Width and height in pixels, both at least 1.
public record PixelSize(int width, int height) {

  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("not a picture: " + width + " x " + height);
    }
  }

  /// The size a header claims; absent when no picture can have it.
  static Optional<PixelSize> claimed(long width, long height) {
    boolean possible =
        width >= 1 && height >= 1 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    return possible ? Optional.of(new PixelSize((int) width, (int) height)) : Optional.empty();
  }

  public int longSide() {
    return Math.max(width, height);
  }

  public long pixels() {
    return (long) width * height;
  }

  public PixelSize turned() {
    return new PixelSize(/* width= */ height, /* height= */ width);
  }

  /// The same shape with this long side, rounded, each side at least 1: a very thin picture keeps a
  /// line.
  public PixelSize withLongSide(int pixels) {
    double scale = (double) pixels / longSide();
    return new PixelSize(scaled(width, scale), scaled(height, scale));
  }

  private static int scaled(int side, double scale) {
    return (int) Math.max(1, Math.round(side * scale));
  }
}
