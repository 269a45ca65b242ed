package polo.images.edge.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import polo.images.photo.Orientation;

/// Turns and mirrors pictures of three bytes a pixel, byte by byte: nothing is resampled.
///
/// Thumbnailator's own rotation is off by half a pixel when one side is odd and the other even.
final class Turned {

  private static final int BYTES = 3;

  private Turned() {}

  /// The picture as it stands upright; the same one when it already does.
  static BufferedImage upright(BufferedImage stored, Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return stored;
    }
    boolean swap = orientation.swapsSides();
    int width = swap ? stored.getHeight() : stored.getWidth();
    int height = swap ? stored.getWidth() : stored.getHeight();
    BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Walk walk = Walk.of(orientation, stored.getWidth(), stored.getHeight());
    byte[] from = bytes(stored);
    byte[] to = bytes(upright);
    int at = 0;
    for (int y = 0; y < height; y++) {
      int source = (walk.start() + y * walk.down()) * BYTES;
      for (int x = 0; x < width; x++) {
        to[at] = from[source];
        to[at + 1] = from[source + 1];
        to[at + 2] = from[source + 2];
        at += BYTES;
        source += walk.right() * BYTES;
      }
    }
    return upright;
  }

  /// How the stored pixels are walked to read the upright picture row by row, in pixels.
  ///
  /// @param start the pixel that comes to the top left
  /// @param right from a pixel to the one that comes to its right
  /// @param down from a pixel to the one that comes below it
  private record Walk(int start, int right, int down) {

    static Walk of(Orientation orientation, int width, int height) {
      int topRight = width - 1;
      int bottomLeft = width * (height - 1);
      int bottomRight = width * height - 1;
      return switch (orientation) {
        case UPRIGHT -> new Walk(0, 1, width);
        case MIRRORED -> new Walk(topRight, -1, width);
        case UPSIDE_DOWN -> new Walk(bottomRight, -1, -width);
        case UPSIDE_DOWN_MIRRORED -> new Walk(bottomLeft, 1, -width);
        case TRANSPOSED -> new Walk(0, width, 1);
        case TURN_RIGHT -> new Walk(bottomLeft, -width, 1);
        case TRANSVERSED -> new Walk(bottomRight, -width, -1);
        case TURN_LEFT -> new Walk(topRight, width, -1);
      };
    }
  }

  private static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
