package polo.testkit.track;

import polo.common.earth.Coordinate;

/// A named point people go to.
public record Spot(String name, Coordinate position, double altitudeMeters) {

  public static Spot of(String name, double latitude, double longitude, double altitudeMeters) {
    return new Spot(name, new Coordinate(latitude, longitude), altitudeMeters);
  }
}
