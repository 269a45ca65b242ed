package polo.testkit.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// How the camera was held, by EXIF orientation: what it stores is the upright picture turned and
/// mirrored, so that following the tag makes it upright again.
record Held(int orientation) {

  /// True when width and height change places.
  boolean sideways() {
    return orientation >= 5;
  }

  /// The picture as the camera stores it.
  BufferedImage store(BufferedImage upright) {
    if (orientation == 1) {
      return upright;
    }
    int right = upright.getWidth() - 1;
    int bottom = upright.getHeight() - 1;
    int width = sideways() ? bottom + 1 : right + 1;
    int height = sideways() ? right + 1 : bottom + 1;
    BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] from = pixels(upright);
    int[] to = pixels(stored);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int along = sideways() ? y : x;
        int down = sideways() ? x : y;
        int uprightX = fromRight() ? right - along : along;
        int uprightY = fromBottom() ? bottom - down : down;
        to[y * width + x] = from[uprightY * (right + 1) + uprightX];
      }
    }
    return stored;
  }

  // The table of EXIF's orientation tag: which upright side the stored first row and column are.
  private boolean fromRight() {
    return switch (orientation) {
      case 2, 3, 6, 7 -> true;
      default -> false;
    };
  }

  private boolean fromBottom() {
    return switch (orientation) {
      case 3, 4, 7, 8 -> true;
      default -> false;
    };
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
