package polo.images.impression;

import java.util.Locale;

/// The colour most of a picture has: of sixteen levels a channel the fullest cell, and in it the
/// mean. Unlike the mean of the whole picture it is a colour that is there. Linear.
final class DominantColour {

  private static final int LEVELS = 16;

  private DominantColour() {}

  /// As `#rrggbb`.
  static String of(Miniature picture) {
    int[] counts = new int[LEVELS * LEVELS * LEVELS];
    int fullest = 0;
    for (int pixel : picture.rgb()) {
      int cell = cell(pixel);
      counts[cell]++;
      if (counts[cell] > counts[fullest]) {
        fullest = cell;
      }
    }
    return mean(picture, fullest, counts[fullest]);
  }

  private static String mean(Miniature picture, int cell, int count) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int pixel : picture.rgb()) {
      if (cell(pixel) == cell) {
        red += pixel >> 16 & 0xff;
        green += pixel >> 8 & 0xff;
        blue += pixel & 0xff;
      }
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", red / count, green / count, blue / count);
  }

  private static int cell(int pixel) {
    return (pixel >> 20 & 0xf) << 8 | (pixel >> 12 & 0xf) << 4 | pixel >> 4 & 0xf;
  }
}
