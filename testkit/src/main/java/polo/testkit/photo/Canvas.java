package polo.testkit.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/// An upright picture under the brush. Pixels are 0xRRGGBB.
final class Canvas {

  final int width;
  final int height;
  private final BufferedImage image;
  private final int[] pixels;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  BufferedImage image() {
    return image;
  }

  int get(int x, int y) {
    return pixels[y * width + x];
  }

  void set(int x, int y, int tint) {
    pixels[y * width + x] = tint;
  }

  /// Covers a share of the pixel, 0 to 1.
  void cover(int x, int y, int tint, double share) {
    set(x, y, share >= 1 ? tint : mix(get(x, y), tint, share));
  }

  /// A disc with a soft edge.
  void disc(double centerX, double centerY, double radius, int tint) {
    int top = Math.max(0, (int) (centerY - radius - 1));
    int bottom = Math.min(height - 1, (int) (centerY + radius + 1));
    int left = Math.max(0, (int) (centerX - radius - 1));
    int right = Math.min(width - 1, (int) (centerX + radius + 1));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double inside = radius + 0.5 - Math.hypot(x - centerX, y - centerY);
        cover(x, y, tint, Math.clamp(inside, 0, 1));
      }
    }
  }

  /// The noise of a sensor: it also hides the steps of the gradients.
  void grain(int strength, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // One draw of 64 bits serves eight pixels.
    long bits = 0;
    for (int i = 0; i < pixels.length; i++) {
      bits = (i & 7) == 0 ? random.nextLong() : bits >>> 8;
      int change = (int) ((bits & 0xFF) * (2 * strength + 1) >>> 8) - strength;
      int rgb = pixels[i];
      pixels[i] =
          channel((rgb >> 16 & 0xFF) + change) << 16
              | channel((rgb >> 8 & 0xFF) + change) << 8
              | channel((rgb & 0xFF) + change);
    }
  }

  static int mix(int a, int b, double share) {
    int part = (int) (share * 256);
    int red = (a >> 16 & 0xFF) + (((b >> 16 & 0xFF) - (a >> 16 & 0xFF)) * part >> 8);
    int green = (a >> 8 & 0xFF) + (((b >> 8 & 0xFF) - (a >> 8 & 0xFF)) * part >> 8);
    int blue = (a & 0xFF) + (((b & 0xFF) - (a & 0xFF)) * part >> 8);
    return red << 16 | green << 8 | blue;
  }

  private static int channel(int value) {
    return Math.clamp(value, 0, 255);
  }
}
