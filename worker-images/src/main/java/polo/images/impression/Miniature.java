package polo.images.impression;

import java.util.Base64;
import java.util.OptionalLong;
import polo.common.document.Photo;

/// The smallest rendition's pixels: upright, sRGB, row by row as 0xRRGGBB.
@SuppressWarnings("ArrayRecordComponent") // pixels on their way; never compared, never a key
public record Miniature(int width, int height, int[] rgb) {

  public Miniature {
    if (rgb.length != width * height || rgb.length == 0) {
      throw new IllegalArgumentException(
          "%d pixels for %d x %d".formatted(rgb.length, width, height));
    }
  }

  /// All that a look at it gives.
  public Photo.Impression impression() {
    OptionalLong hash = PerceptualHash.of(this);
    return new Photo.Impression(
        Base64.getEncoder().encodeToString(ThumbHash.of(this)),
        DominantColour.of(this),
        hash.isEmpty() ? null : PerceptualHash.text(hash.getAsLong()));
  }

  Samples red() {
    return channel(16);
  }

  Samples green() {
    return channel(8);
  }

  Samples blue() {
    return channel(0);
  }

  /// Brightness as ITU-R BT.601 weighs it, 0 to 255.
  Samples brightness() {
    double[] values = new double[rgb.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          0.299 * (rgb[i] >> 16 & 0xff) + 0.587 * (rgb[i] >> 8 & 0xff) + 0.114 * (rgb[i] & 0xff);
    }
    return new Samples(width, height, values);
  }

  private Samples channel(int shift) {
    double[] values = new double[rgb.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rgb[i] >> shift & 0xff;
    }
    return new Samples(width, height, values);
  }
}
