package polo.common.earth;

import java.util.Collection;

/// The smallest box of degrees around some points. Does not cross the antimeridian.
public record BoundingBox(double south, double west, double north, double east) {

  public BoundingBox {
    if (!(south <= north && west <= east)) {
      throw new IllegalArgumentException(
          "not a box: %s..%s, %s..%s".formatted(south, north, west, east));
    }
  }

  /// The box around `points`, which must not be empty.
  public static BoundingBox around(Collection<Coordinate> points) {
    double south = 90;
    double west = 180;
    double north = -90;
    double east = -180;
    for (Coordinate point : points) {
      south = Math.min(south, point.latitude());
      north = Math.max(north, point.latitude());
      west = Math.min(west, point.longitude());
      east = Math.max(east, point.longitude());
    }
    return new BoundingBox(south, west, north, east);
  }

  public boolean contains(Coordinate point) {
    return point.latitude() >= south
        && point.latitude() <= north
        && point.longitude() >= west
        && point.longitude() <= east;
  }
}
