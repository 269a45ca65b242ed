package polo.images.edge.render;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Optional;
import polo.images.impression.Miniature;

/// Brings a picture in planes from its profile to sRGB, by way of RGB (ITU-R BT.601 full range, as
/// JFIF has it).
///
/// Most profiles in photos are sRGB under one name or another. No list of names is kept: a few
/// colours are sent through, and when they come back as they were there is nothing to do.
record PlaneColours(ICC_ColorSpace space) {

  /// Colours along each axis of the cube that is sent through.
  private static final int PROBES = 6;

  /// Levels a probe may be off and still mean sRGB.
  private static final int SAME = 2;

  /// What a profile asks for; absent when it asks for nothing or cannot be used.
  static Optional<PlaneColours> of(byte[] profile) {
    try {
      ICC_Profile icc = ICC_Profile.getInstance(profile);
      if (icc.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return Optional.empty();
      }
      PlaneColours colours = new PlaneColours(new ICC_ColorSpace(icc));
      return colours.changesNothing() ? Optional.empty() : Optional.of(colours);
    } catch (CMMException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private boolean changesNothing() {
    byte[] probes = new byte[PROBES * PROBES * PROBES * 3];
    for (int i = 0; i < probes.length / 3; i++) {
      probes[3 * i] = (byte) (i % PROBES * 51);
      probes[3 * i + 1] = (byte) (i / PROBES % PROBES * 51);
      probes[3 * i + 2] = (byte) (i / PROBES / PROBES * 51);
    }
    byte[] converted = converted(probes, probes.length / 3, 1);
    for (int i = 0; i < probes.length; i++) {
      if (Math.abs((probes[i] & 0xff) - (converted[i] & 0xff)) > SAME) {
        return false;
      }
    }
    return true;
  }

  Picture srgb(Picture picture) {
    byte[] bgr = bgr(picture);
    return planes(
        converted(bgr, picture.width(), picture.height()), picture.width(), picture.height());
  }

  /// The pixels of a picture that is sRGB.
  static Miniature miniature(Picture picture) {
    byte[] bgr = bgr(picture);
    int[] rgb = new int[bgr.length / 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (bgr[3 * i + 2] & 0xff) << 16 | (bgr[3 * i + 1] & 0xff) << 8 | bgr[3 * i] & 0xff;
    }
    return new Miniature(picture.width(), picture.height(), rgb);
  }

  private byte[] converted(byte[] bgr, int width, int height) {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(bgr, bgr.length),
            width,
            height,
            width * 3,
            3,
            new int[] {2, 1, 0},
            null);
    ComponentColorModel model =
        new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), target);
    return ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
  }

  private static byte[] bgr(Picture picture) {
    byte[] luma = picture.planes().get(0).samples();
    byte[] blue = picture.planes().get(1).samples();
    byte[] red = picture.planes().get(2).samples();
    int half = picture.planes().get(1).width();
    byte[] bgr = new byte[picture.width() * picture.height() * 3];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int at = y * picture.width() + x;
        int chroma = y / 2 * half + x / 2;
        float bright = luma[at] & 0xff;
        float cb = (blue[chroma] & 0xff) - 128;
        float cr = (red[chroma] & 0xff) - 128;
        bgr[3 * at] = level(bright + 1.772f * cb);
        bgr[3 * at + 1] = level(bright - 0.344136f * cb - 0.714136f * cr);
        bgr[3 * at + 2] = level(bright + 1.402f * cr);
      }
    }
    return bgr;
  }

  private static Picture planes(byte[] bgr, int width, int height) {
    int halfWidth = Picture.half(width);
    int halfHeight = Picture.half(height);
    byte[] luma = new byte[width * height];
    float[] blue = new float[halfWidth * halfHeight];
    float[] red = new float[halfWidth * halfHeight];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        float b = bgr[3 * at] & 0xff;
        float g = bgr[3 * at + 1] & 0xff;
        float r = bgr[3 * at + 2] & 0xff;
        float bright = 0.299f * r + 0.587f * g + 0.114f * b;
        luma[at] = level(bright);
        // A sample at an odd edge covers fewer than four pixels.
        int covered = Math.min(2, width - (x & ~1)) * Math.min(2, height - (y & ~1));
        int chroma = y / 2 * halfWidth + x / 2;
        blue[chroma] += (b - bright) / 1.772f / covered;
        red[chroma] += (r - bright) / 1.402f / covered;
      }
    }
    return new Picture(
        width,
        height,
        List.of(
            new Picture.Plane(width, height, luma),
            new Picture.Plane(halfWidth, halfHeight, levels(blue)),
            new Picture.Plane(halfWidth, halfHeight, levels(red))));
  }

  private static byte[] levels(float[] differences) {
    byte[] levels = new byte[differences.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(differences[i] + 128);
    }
    return levels;
  }

  private static byte level(float value) {
    return (byte) Math.clamp((int) (value + 0.5f), 0, 255);
  }
}
