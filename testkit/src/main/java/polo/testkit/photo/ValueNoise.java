package polo.testkit.photo;

import polo.testkit.Seeds;

/// Smooth random landscapes: random values on a lattice, smoothly joined, in octaves of halved size
/// and weight (fractal value noise).
///
/// @param wrapAcross lattice steps after which it repeats
/// @param wrapDown the same downwards
record ValueNoise(long seed, int wrapAcross, int wrapDown) {

  private static final int NEVER = 1 << 20;

  static ValueNoise endless(long seed) {
    return new ValueNoise(seed, NEVER, NEVER);
  }

  /// In 0..1, mostly around 0.5, with detail down to `2^-octaves` of the lattice.
  double at(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    for (int octave = 0; octave < octaves; octave++) {
      sum += weight * smooth(x, y, octave);
      weight /= 2;
      x *= 2;
      y *= 2;
    }
    return sum / (1 - 2 * weight);
  }

  private double smooth(double x, double y, int octave) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double across = ease(x - column);
    double down = ease(y - row);
    double top = mix(lattice(column, row, octave), lattice(column + 1, row, octave), across);
    double bottom =
        mix(lattice(column, row + 1, octave), lattice(column + 1, row + 1, octave), across);
    return mix(top, bottom, down);
  }

  private double lattice(int column, int row, int octave) {
    long wrappedColumn = Math.floorMod(column, wrapAcross << octave);
    long wrappedRow = Math.floorMod(row, wrapDown << octave);
    return (Seeds.mix(seed + octave ^ (wrappedColumn << 32 | wrappedRow)) >>> 11) * 0x1p-53;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }
}
