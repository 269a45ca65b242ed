package polo.common.earth;

/// A point on Earth in WGS 84 degrees. If one exists, it is on Earth: nobody asks again.
///
/// Distances use the mean-radius sphere (haversine): within 0.56 % of the ellipsoid everywhere, and
/// far below the noise of a phone's fix at the distances Polo compares.
public record Coordinate(double latitude, double longitude) {

  /// Mean Earth radius in metres (IUGG R1).
  public static final double EARTH_RADIUS_METERS = 6_371_008.8;

  public Coordinate {
    // Written positively, so that NaN fails too.
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("latitude outside -90..90: " + latitude);
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("longitude outside -180..180: " + longitude);
    }
  }

  /// True when these degrees name a point on Earth, that is, when a `Coordinate` can be made of
  /// them.
  public static boolean isOnEarth(double latitude, double longitude) {
    return latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
  }

  /// Great-circle distance in metres.
  public double metersTo(Coordinate other) {
    return metersBetween(latitude, longitude, other.latitude, other.longitude);
  }

  /// Great-circle distance in metres between two points in degrees, without making objects.
  public static double metersBetween(
      double latitude1, double longitude1, double latitude2, double longitude2) {
    double phi1 = Math.toRadians(latitude1);
    double phi2 = Math.toRadians(latitude2);
    double sinPhi = Math.sin((phi2 - phi1) / 2);
    double sinLambda = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
    double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /// Initial bearing towards `other`, degrees clockwise from north in [0, 360).
  public double bearingTo(Coordinate other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double lambda = Math.toRadians(other.longitude - longitude);
    double y = Math.sin(lambda) * Math.cos(phi2);
    double x = Math.cos(phi1) * Math.sin(phi2) - Math.sin(phi1) * Math.cos(phi2) * Math.cos(lambda);
    double degrees = Math.toDegrees(Math.atan2(y, x));
    return degrees < 0 ? degrees + 360 : degrees;
  }
}
