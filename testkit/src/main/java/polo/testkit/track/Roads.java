package polo.testkit.track;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import polo.common.document.TravelMode;
import polo.common.earth.Coordinate;

/// Lays ways that look like streets, roads and rails.
///
/// Idea: midpoint displacement. A straight line is halved again and again down to the length of a
/// block, each midpoint moved sideways by up to `bend` of the line's length. Rails are then rounded
/// by cutting corners (Chaikin). A flight is the great circle.
///
/// @param blockMeters pieces shorter than this stay straight
/// @param bend sideways share of the length, at most
/// @param roundings how often corners are cut
record Roads(double blockMeters, double bend, int roundings) {

  private static final double FLIGHT_STEP_METERS = 20_000;

  static Way lay(TravelMode mode, List<Coordinate> through, RandomGenerator random) {
    return switch (mode) {
      case WALK, RUN -> new Roads(90, 0.25, 0).through(through, random);
      case BICYCLE -> new Roads(150, 0.22, 0).through(through, random);
      case CAR, BUS, TRAM, UNKNOWN -> new Roads(220, 0.18, 0).through(through, random);
      case TRAIN, SUBWAY, FERRY -> new Roads(1_200, 0.14, 3).through(through, random);
      case FLIGHT -> greatCircle(through);
    };
  }

  private Way through(List<Coordinate> corners, RandomGenerator random) {
    List<Coordinate> points = new ArrayList<>();
    points.add(corners.getFirst());
    for (int i = 1; i < corners.size(); i++) {
      bendInto(points, corners.get(i), random);
    }
    for (int i = 0; i < roundings; i++) {
      points = rounded(points);
    }
    return new Way(points);
  }

  private void bendInto(List<Coordinate> points, Coordinate to, RandomGenerator random) {
    Coordinate from = points.getLast();
    double meters = from.metersTo(to);
    if (meters <= blockMeters) {
      points.add(to);
      return;
    }
    double bearing = from.bearingTo(to);
    double aside = (random.nextDouble() * 2 - 1) * bend * meters;
    Coordinate middle =
        Shift.towards(bearing, meters / 2).plus(Shift.towards(bearing + 90, aside)).from(from);
    bendInto(points, middle, random);
    bendInto(points, to, random);
  }

  private static List<Coordinate> rounded(List<Coordinate> points) {
    List<Coordinate> rounded = new ArrayList<>();
    rounded.add(points.getFirst());
    for (int i = 1; i < points.size(); i++) {
      Way piece = new Way(List.of(points.get(i - 1), points.get(i)));
      rounded.add(piece.at(piece.meters() / 4));
      rounded.add(piece.at(piece.meters() * 3 / 4));
    }
    rounded.add(points.getLast());
    return rounded;
  }

  private static Way greatCircle(List<Coordinate> stops) {
    List<Coordinate> points = new ArrayList<>();
    points.add(stops.getFirst());
    for (int i = 1; i < stops.size(); i++) {
      Coordinate from = stops.get(i - 1);
      Coordinate to = stops.get(i);
      int steps = (int) Math.ceil(from.metersTo(to) / FLIGHT_STEP_METERS);
      for (int step = 1; step < steps; step++) {
        points.add(onGreatCircle(from, to, (double) step / steps));
      }
      points.add(to);
    }
    return new Way(points);
  }

  // Spherical interpolation of the two position vectors.
  private static Coordinate onGreatCircle(Coordinate from, Coordinate to, double share) {
    double angle = from.metersTo(to) / Coordinate.EARTH_RADIUS_METERS;
    double a = Math.sin((1 - share) * angle) / Math.sin(angle);
    double b = Math.sin(share * angle) / Math.sin(angle);
    double phi1 = Math.toRadians(from.latitude());
    double phi2 = Math.toRadians(to.latitude());
    double lambda1 = Math.toRadians(from.longitude());
    double lambda2 = Math.toRadians(to.longitude());
    double x = a * Math.cos(phi1) * Math.cos(lambda1) + b * Math.cos(phi2) * Math.cos(lambda2);
    double y = a * Math.cos(phi1) * Math.sin(lambda1) + b * Math.cos(phi2) * Math.sin(lambda2);
    double z = a * Math.sin(phi1) + b * Math.sin(phi2);
    return new Coordinate(
        Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
  }
}
