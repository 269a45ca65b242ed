package polo.geo.place;

import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.geo.track.Fingerprint;
import polo.geo.track.LocalPlane;

/// A point of a lattice around the Earth, as seen from a place.
///
/// @param rank among a user's landmarks, unsigned: no two are equal
/// @param metersAway from the place
record Landmark(long rank, double metersAway) {

  /// Landmarks lie in rows this far apart, and so far apart in their rows.
  static final double SPACING_METERS = 50;

  private static final double METERS_PER_DEGREE =
      Math.toRadians(1) * Coordinate.EARTH_RADIUS_METERS;
  private static final double ROW_DEGREES = SPACING_METERS / METERS_PER_DEGREE;

  /// Of all within reach the one that ranks next after `rank`; null when there is none left.
  static @Nullable Landmark next(Coordinate centre, double reachMeters, long user, long rank) {
    LocalPlane plane = LocalPlane.at(centre.latitude(), centre.longitude());
    double reachDegrees = reachMeters / METERS_PER_DEGREE;
    int south = (int) Math.ceil((centre.latitude() - reachDegrees) / ROW_DEGREES);
    int north = (int) Math.floor((centre.latitude() + reachDegrees) / ROW_DEGREES);
    Landmark next = null;
    for (int row = south; row <= north; row++) {
      double up = plane.north(row * ROW_DEGREES);
      double aside = Math.sqrt(Math.max(0, reachMeters * reachMeters - up * up));
      int columns = columns(row);
      double columnDegrees = 360.0 / columns;
      double halfDegrees = Math.min(180, aside / Math.max(1, plane.metersPerDegreeEast()));
      int west = (int) Math.ceil((centre.longitude() - halfDegrees) / columnDegrees);
      int east = (int) Math.floor((centre.longitude() + halfDegrees) / columnDegrees);
      for (int column = west; column <= east; column++) {
        long other = rank(user, row, Math.floorMod(column, columns));
        if (Long.compareUnsigned(other, rank) > 0
            && (next == null || Long.compareUnsigned(other, next.rank) < 0)) {
          next = new Landmark(other, Math.hypot(up, plane.east(column * columnDegrees)));
        }
      }
    }
    return next;
  }

  private static int columns(int row) {
    double narrowness = Math.max(0, Math.cos(Math.toRadians(row * ROW_DEGREES)));
    return (int) Math.max(1, 360 * narrowness / ROW_DEGREES);
  }

  private static long rank(long user, int row, int column) {
    return Fingerprint.mix(user ^ ((long) row << 32 | column));
  }
}
