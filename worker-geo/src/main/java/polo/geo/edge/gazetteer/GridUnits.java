package polo.geo.edge.gazetteer;

/// Positions as whole numbers of 1e-5 degrees (1.1 m): the grid on which the gazetteer's arithmetic
/// is exact.
final class GridUnits {

  static final int PER_DEGREE = 100_000;
  static final int HALF_TURN = 180 * PER_DEGREE;
  static final int QUARTER_TURN = 90 * PER_DEGREE;

  private GridUnits() {}

  static int of(double degrees) {
    return (int) Math.round(degrees * PER_DEGREE);
  }

  static double degrees(int units) {
    return units / (double) PER_DEGREE;
  }
}
