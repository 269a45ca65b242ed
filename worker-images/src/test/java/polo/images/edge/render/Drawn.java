package polo.images.edge.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import polo.images.impression.Miniature;
import polo.images.photo.FirstLook;
import polo.images.photo.ImageHeader;
import polo.images.photo.Orientation;
import polo.images.photo.PhotoBudget;
import polo.images.rendition.Original;

/// Pictures drawn for tests, and originals made of them.
final class Drawn {

  private Drawn() {}

  static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(colour);
    brush.fillRect(0, 0, width, height);
    brush.dispose();
    return image;
  }

  /// Black and white pixels by turns.
  static BufferedImage checkerboard(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x + y) % 2 == 0 ? 0x000000 : 0xffffff);
      }
    }
    return image;
  }

  static byte[] png(BufferedImage image) {
    return encoded(image, "png");
  }

  static byte[] jpeg(BufferedImage image) {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    opaque.createGraphics().drawImage(image, 0, 0, null);
    return encoded(opaque, "jpeg");
  }

  static byte[] grayJpeg(int width, int height, int level) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, level);
      }
    }
    return encoded(image, "jpeg");
  }

  static byte[] progressiveJpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The JPEG with a profile in front.
  static byte[] withProfile(byte[] jpeg, byte[] profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = 2 + 14 + profile.length;
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
    out.writeBytes(new byte[] {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1});
    out.writeBytes(profile);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  static Original original(byte[] bytes) {
    return original(bytes, Orientation.UPRIGHT);
  }

  static Original original(byte[] bytes, Orientation orientation) {
    ImageHeader header = new FirstLook(PhotoBudget.defaults()).at(bytes).readHeader().orElseThrow();
    return new Original(bytes, header, orientation);
  }

  static BufferedImage decoded(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage picture(Miniature pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.rgb(), 0, pixels.width());
    return image;
  }

  private static final int PATCH = 64;
  private static final int PATCHES = 5;

  /// Patches of colours that every space has.
  static BufferedImage chart() {
    int side = PATCH * PATCHES;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / PATCH;
        int row = y / PATCH;
        int red = 105 + 15 * column;
        int green = 105 + 15 * row;
        int blue = 105 + 15 * ((column + 2 * row) % PATCHES);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  /// The mean CIE 1976 difference of the middles of a chart's patches.
  ///
  /// @param space what the chart's levels mean; those of the rendered picture are sRGB
  static double colourDistance(BufferedImage chart, Gamut space, BufferedImage rendered) {
    double sum = 0;
    for (int patch = 0; patch < PATCHES * PATCHES; patch++) {
      int x = patch % PATCHES * PATCH + PATCH / 2;
      int y = patch / PATCHES * PATCH + PATCH / 2;
      double[] expected = mean(chart, space, x, y);
      double[] seen = mean(rendered, Gamut.SRGB, x, y);
      sum +=
          Math.sqrt(
              Math.pow(expected[0] - seen[0], 2)
                  + Math.pow(expected[1] - seen[1], 2)
                  + Math.pow(expected[2] - seen[2], 2));
    }
    return sum / (PATCHES * PATCHES);
  }

  private static double[] mean(BufferedImage image, Gamut space, int left, int top) {
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int pixel : image.getRGB(left - 4, top - 4, 8, 8, null, 0, 8)) {
      red += (pixel >> 16 & 0xff) / 64.0;
      green += (pixel >> 8 & 0xff) / 64.0;
      blue += (pixel & 0xff) / 64.0;
    }
    return space.lab(red, green, blue);
  }

  /// The mean distance of two pictures' samples, 0 to 255.
  static double distance(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        Color a = new Color(one.getRGB(x, y));
        Color b = new Color(other.getRGB(x, y));
        sum += Math.abs(a.getRed() - b.getRed());
        sum += Math.abs(a.getGreen() - b.getGreen());
        sum += Math.abs(a.getBlue() - b.getBlue());
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
