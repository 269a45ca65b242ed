package polo.testkit.track;

import java.util.random.RandomGenerator;
import polo.common.earth.Coordinate;

/// A small move over ground. Flat-earth arithmetic: good to a metre over some ten kilometres.
public record Shift(double eastMeters, double northMeters) {

  public static final Shift NONE = new Shift(0, 0);

  private static final double METERS_PER_DEGREE = Math.toRadians(Coordinate.EARTH_RADIUS_METERS);

  public static Shift towards(double bearingDegrees, double meters) {
    double bearing = Math.toRadians(bearingDegrees);
    return new Shift(meters * Math.sin(bearing), meters * Math.cos(bearing));
  }

  /// In any direction, this far.
  static Shift anywhere(double meters, RandomGenerator random) {
    return towards(random.nextDouble() * 360, meters);
  }

  public Coordinate from(Coordinate start) {
    double latitude = start.latitude() + northMeters / METERS_PER_DEGREE;
    double degreeMeters = METERS_PER_DEGREE * Math.cos(Math.toRadians(start.latitude()));
    double longitude = start.longitude() + eastMeters / degreeMeters;
    return new Coordinate(Math.clamp(latitude, -90, 90), Math.IEEEremainder(longitude, 360));
  }

  public Shift times(double factor) {
    return new Shift(eastMeters * factor, northMeters * factor);
  }

  public Shift plus(Shift other) {
    return new Shift(eastMeters + other.eastMeters, northMeters + other.northMeters);
  }

  public double meters() {
    return Math.hypot(eastMeters, northMeters);
  }
}
