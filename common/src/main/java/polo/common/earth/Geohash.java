package polo.common.earth;

/// Names of cells on Earth: the longer, the smaller, and a cell's name begins with its parent's.
///
/// Each character halves the cell five times, by turns in longitude and latitude (Niemeyer 2008).
/// Of [#PLACE] characters it is 38 m by 19 m at the equator, about as much as one house has around
/// it.
public final class Geohash {

  /// The length of the cells that share one answer of a provider.
  public static final int PLACE = 8;

  private static final String DIGITS = "0123456789bcdefghjkmnpqrstuvwxyz";
  private static final int BITS_OF_A_DIGIT = 5;

  private Geohash() {}

  /// The cell of [#PLACE] characters around a position.
  public static String ofPlace(Coordinate position) {
    return of(position, PLACE);
  }

  /// The cell of `length` characters around a position.
  public static String of(Coordinate position, int length) {
    StringBuilder name = new StringBuilder(length);
    double south = -90;
    double north = 90;
    double west = -180;
    double east = 180;
    int digit = 0;
    for (int bit = 0; bit < length * BITS_OF_A_DIGIT; bit++) {
      boolean upper;
      if (bit % 2 == 0) {
        double middle = (west + east) / 2;
        upper = position.longitude() >= middle;
        west = upper ? middle : west;
        east = upper ? east : middle;
      } else {
        double middle = (south + north) / 2;
        upper = position.latitude() >= middle;
        south = upper ? middle : south;
        north = upper ? north : middle;
      }
      digit = digit << 1 | (upper ? 1 : 0);
      if (bit % BITS_OF_A_DIGIT == BITS_OF_A_DIGIT - 1) {
        name.append(DIGITS.charAt(digit));
        digit = 0;
      }
    }
    return name.toString();
  }
}
