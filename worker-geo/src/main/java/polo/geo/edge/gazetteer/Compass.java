package polo.geo.edge.gazetteer;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import polo.common.earth.Coordinate;

/// Positions around another, in eight directions.
final class Compass {

  static final int DIRECTIONS = 8;

  /// Of a turn and a quarter.
  private static final double[] SINES =
      IntStream.range(0, DIRECTIONS + DIRECTIONS / 4)
          .mapToDouble(direction -> Math.sin(2 * Math.PI * direction / DIRECTIONS))
          .toArray();

  private Compass() {}

  static Stream<Coordinate> positions(Coordinate middle, double meters) {
    return IntStream.range(0, DIRECTIONS).mapToObj(direction -> at(middle, meters, direction));
  }

  /// @param direction 0 is east, 2 is north
  static Coordinate at(Coordinate middle, double meters, int direction) {
    double north = Math.toDegrees(meters / Coordinate.EARTH_RADIUS_METERS);
    double east = north / Math.max(0.01, Math.cos(Math.toRadians(middle.latitude())));
    return new Coordinate(
        Math.clamp(middle.latitude() + north * SINES[direction], -90, 90),
        Math.clamp(middle.longitude() + east * SINES[direction + DIRECTIONS / 4], -180, 180));
  }
}
