package polo.images.edge.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Colour spaces of cameras and phones, each with its profile (ICC.1:2022) and with its arithmetic,
/// which knows nothing of profiles. Columns are XYZ of the primaries at white D50.
@SuppressWarnings("ImmutableEnumChecker") // nobody writes to the primaries
enum Gamut {
  DISPLAY_P3(
      true,
      new double[] {0.51512, 0.24120, -0.00105},
      new double[] {0.29198, 0.69225, 0.04189},
      new double[] {0.15710, 0.06657, 0.78407}),
  ADOBE_RGB(
      false,
      new double[] {0.60974, 0.31111, 0.01947},
      new double[] {0.20528, 0.62567, 0.06087},
      new double[] {0.14919, 0.06322, 0.74457}),
  SRGB(
      true,
      new double[] {0.43607, 0.22249, 0.01392},
      new double[] {0.38515, 0.71687, 0.09708},
      new double[] {0.14307, 0.06061, 0.71410});

  private static final double[] WHITE = {0.96420, 1, 0.82491};
  private static final double ADOBE_GAMMA = 563 / 256.0;

  private final boolean srgbCurve;
  private final List<double[]> primaries;

  Gamut(boolean srgbCurve, double[] red, double[] green, double[] blue) {
    this.srgbCurve = srgbCurve;
    this.primaries = List.of(red, green, blue);
  }

  /// CIE L*a*b* of three levels.
  double[] lab(double red, double green, double blue) {
    double[] levels = {linear(red / 255), linear(green / 255), linear(blue / 255)};
    double[] f = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        sum += primaries.get(i)[axis] * levels[i];
      }
      double t = sum / WHITE[axis];
      f[axis] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
  }

  private double linear(double level) {
    if (!srgbCurve) {
      return Math.pow(level, ADOBE_GAMMA);
    }
    return level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
  }

  byte[] profile() {
    byte[] curve = srgbCurve ? parametric() : gamma();
    List<String> tags = List.of("wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC");
    List<byte[]> bodies =
        List.of(
            xyz(WHITE),
            xyz(primaries.get(0)),
            xyz(primaries.get(1)),
            xyz(primaries.get(2)),
            curve,
            curve,
            curve);
    int size = 128 + 4 + 12 * tags.size() + bodies.stream().mapToInt(body -> body.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(0, size).putInt(8, 0x0240_0000);
    out.put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
    out.put(68, xyz(WHITE), 8, 12);
    out.position(128);
    out.putInt(tags.size());
    int at = 128 + 4 + 12 * tags.size();
    for (int i = 0; i < tags.size(); i++) {
      out.put(ascii(tags.get(i))).putInt(at).putInt(bodies.get(i).length);
      at += bodies.get(i).length;
    }
    bodies.forEach(out::put);
    return out.array();
  }

  private static byte[] xyz(double[] values) {
    ByteBuffer body = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
    for (double value : values) {
      body.putInt(fixed(value));
    }
    return body.array();
  }

  private static byte[] gamma() {
    return ByteBuffer.allocate(16)
        .put(ascii("curv"))
        .putInt(0)
        .putInt(1)
        .putShort((short) 563)
        .array();
  }

  private static byte[] parametric() {
    ByteBuffer body = ByteBuffer.allocate(32).put(ascii("para")).putInt(0);
    body.putShort((short) 3).putShort((short) 0);
    body.putInt(fixed(2.4)).putInt(fixed(1 / 1.055)).putInt(fixed(0.055 / 1.055));
    return body.putInt(fixed(1 / 12.92)).putInt(fixed(0.04045)).array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65_536);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
