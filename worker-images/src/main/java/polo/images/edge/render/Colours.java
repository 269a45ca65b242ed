package polo.images.edge.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.SampleModel;
import java.util.Arrays;

/// Brings decoded pictures into one shape: opaque, three bytes a pixel (blue, green, red), sRGB.
final class Colours {

  private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
  private static final int[] BGR = {2, 1, 0};

  private Colours() {}

  /// The picture in three opaque bytes a pixel. One with a profile of its own keeps it for [#srgb],
  /// which is cheaper on a smaller picture; anything else is painted onto white.
  static BufferedImage opaque(BufferedImage image) {
    boolean fits =
        image.getType() == BufferedImage.TYPE_3BYTE_BGR
            || isProfiledRgb(image.getColorModel(), image.getSampleModel());
    return fits ? image : onWhite(image, image.getWidth(), image.getHeight());
  }

  /// The picture in the top left corner of a white canvas.
  static BufferedImage onWhite(BufferedImage image, int width, int height) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = canvas.createGraphics();
    try {
      brush.setColor(Color.WHITE);
      brush.fillRect(0, 0, width, height);
      brush.drawImage(image, 0, 0, null);
    } finally {
      brush.dispose();
    }
    return canvas;
  }

  /// The picture's colours as sRGB has them. A profile that cannot be used means sRGB: most
  /// pictures are.
  static BufferedImage srgb(BufferedImage image) {
    if (image.getColorModel().getColorSpace().isCS_sRGB()) {
      return image;
    }
    BufferedImage converted =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    try {
      return new ColorConvertOp(null).filter(image, converted);
    } catch (CMMException | IllegalArgumentException unusable) {
      return labelledAs(converted, image);
    }
  }

  /// The same bytes, meaning colours as `image` does.
  static BufferedImage labelledAs(BufferedImage image, BufferedImage bytes) {
    return new BufferedImage(image.getColorModel(), bytes.getRaster(), false, null);
  }

  /// True for opaque RGB in bytes, blue first, with a profile that is not sRGB.
  static boolean isProfiledRgb(ColorModel colours, SampleModel samples) {
    return colours instanceof ComponentColorModel
        && colours.getColorSpace().getType() == ColorSpace.TYPE_RGB
        && !colours.getColorSpace().equals(SRGB)
        && colours.getTransparency() == Transparency.OPAQUE
        && samples.getDataType() == DataBuffer.TYPE_BYTE
        && samples instanceof PixelInterleavedSampleModel interleaved
        && Arrays.equals(interleaved.getBandOffsets(), BGR);
  }
}
