package polo.geo.track;

import polo.common.earth.Coordinate;

/// A flat map around a point, in metres east and north of it: for the distances within a stay,
/// where a sphere would only cost time. Within 10 km of the origin and 60° of the equator it is off
/// by less than 0.2 %. Knows no antimeridian: longitudes wrap.
public record LocalPlane(double latitude, double longitude, double metersPerDegreeEast) {

  private static final double METERS_PER_DEGREE_NORTH =
      Math.toRadians(1) * Coordinate.EARTH_RADIUS_METERS;

  public static LocalPlane at(double latitude, double longitude) {
    return new LocalPlane(
        latitude, longitude, METERS_PER_DEGREE_NORTH * Math.cos(Math.toRadians(latitude)));
  }

  public double east(double otherLongitude) {
    return wrapped(otherLongitude - longitude) * metersPerDegreeEast;
  }

  public double north(double otherLatitude) {
    return (otherLatitude - latitude) * METERS_PER_DEGREE_NORTH;
  }

  /// The point so many metres east and north of the origin.
  public Coordinate point(double east, double north) {
    double lat = latitude + north / METERS_PER_DEGREE_NORTH;
    // At the pole itself every direction is south; there is no east to move to.
    double turn = metersPerDegreeEast < 1e-6 ? 0 : east / metersPerDegreeEast;
    return new Coordinate(
        Math.clamp(lat, -90, 90), Math.clamp(wrapped(longitude + turn), -180, 180));
  }

  private static double wrapped(double degrees) {
    if (degrees > 180) {
      return degrees - 360;
    }
    return degrees < -180 ? degrees + 360 : degrees;
  }
}
