package polo.geo.trip;

import polo.common.earth.Coordinate;
import polo.geo.track.Activity;
import polo.geo.track.LocalPlane;

/// A path where its fixes most likely were, step by step.
final class SmoothPath {

  /// What gets nowhere for so long stands still; only its displacement counts.
  private static final long PATIENCE_MILLIS = 30_000;

  private static final double STANDING_MPS = 0.5;

  /// Longer pauses tell nothing of the curve.
  private static final double LONGEST_CURVE_SECONDS = 900;

  private static final double LEAST_CURVE_METERS = 5;
  private static final int CURVE_PIECES = 6;

  /// What is further apart in time and space than this was a silence. Nobody goes straight through
  /// it on the ground. By how much longer the way is, was measured on bus and train rides of
  /// MobilityNet: 8 and 6 % in the median of Android phones, 14 and 10 % of iPhones, more on a
  /// metro. A round figure between them.
  private static final double SILENCE_SECONDS = 60;

  private static final double SILENCE_METERS = 1000;
  private static final double SILENCE_DETOUR = 1.1;
  private static final double FLIGHT_MPS = 70;

  /// In lengths of the straight line.
  private static final double LONGEST_TANGENT = 1.5;

  private final Path path;
  private final double[] latitudes;
  private final double[] longitudes;
  private final double[] eastMps;
  private final double[] northMps;

  SmoothPath(Path path) {
    this.path = path;
    this.latitudes = new double[path.size()];
    this.longitudes = new double[path.size()];
    this.eastMps = new double[path.size()];
    this.northMps = new double[path.size()];
  }

  void set(int step, Coordinate position, double newEastMps, double newNorthMps) {
    latitudes[step] = position.latitude();
    longitudes[step] = position.longitude();
    eastMps[step] = newEastMps;
    northMps[step] = newNorthMps;
  }

  int size() {
    return latitudes.length;
  }

  long millis(int step) {
    return path.millis(step);
  }

  /// Since the step before.
  double seconds(int step) {
    return path.seconds(step);
  }

  double latitude(int step) {
    return latitudes[step];
  }

  double longitude(int step) {
    return longitudes[step];
  }

  /// The speed it goes at.
  double mps(int step) {
    return Math.sqrt(eastMps[step] * eastMps[step] + northMps[step] * northMps[step]);
  }

  Coordinate position(int step) {
    return new Coordinate(latitudes[step], longitudes[step]);
  }

  double metersBetween(int one, int other) {
    return Coordinate.metersBetween(
        latitudes[one], longitudes[one], latitudes[other], longitudes[other]);
  }

  /// The direction from one step to another, degrees from north.
  double heading(int from, int to) {
    LocalPlane plane = LocalPlane.at(latitudes[from], longitudes[from]);
    return Math.toDegrees(Math.atan2(plane.east(longitudes[to]), plane.north(latitudes[to])));
  }

  double accuracyMeters(int step) {
    return path.track().accuracyMeters(path.fix(step));
  }

  /// What the device believed its owner was doing.
  Activity activity(int step) {
    return path.track().activity(path.fix(step));
  }

  /// The last step at or before a fix of the track; the first one when all are later.
  int lastStepUpTo(int fix) {
    return path.lastStepUpTo(fix);
  }

  /// The first step at or after a fix of the track; the last one when all are earlier.
  int firstStepFrom(int fix) {
    return path.firstStepFrom(fix);
  }

  double meters() {
    return meters(0, size() - 1);
  }

  /// The length of the way, without the trembling of a phone that stands still.
  double meters(int first, int last) {
    double meters = 0;
    int from = first;
    double along = 0;
    for (int step = first + 1; step <= last; step++) {
      along += curvedMeters(step);
      long millis = millis(step) - millis(from);
      if (millis >= PATIENCE_MILLIS || step == last) {
        double straight = metersBetween(from, step);
        meters += straight * 1000 < STANDING_MPS * millis ? straight : along;
        from = step;
        along = 0;
      }
    }
    return meters;
  }

  /// From one step to the next on the curve (of Hermite) that has its directions and speeds at both
  /// ends: a straight line would cut the corners between fixes that are far apart.
  private double curvedMeters(int step) {
    double seconds = (millis(step) - millis(step - 1)) / 1000.0;
    double straight = metersBetween(step - 1, step);
    if (seconds > SILENCE_SECONDS && straight > SILENCE_METERS) {
      return straight < FLIGHT_MPS * seconds ? SILENCE_DETOUR * straight : straight;
    }
    if (seconds > LONGEST_CURVE_SECONDS || straight < LEAST_CURVE_METERS) {
      return straight;
    }
    LocalPlane plane = LocalPlane.at(latitudes[step - 1], longitudes[step - 1]);
    double east = plane.east(longitudes[step]);
    double north = plane.north(latitudes[step]);
    double from = reined(step - 1, seconds, straight);
    double to = reined(step, seconds, straight);
    double meters = 0;
    double lastEast = 0;
    double lastNorth = 0;
    for (int i = 1; i <= CURVE_PIECES; i++) {
      double t = (double) i / CURVE_PIECES;
      double here = t * t * (3 - 2 * t);
      double out = t * (1 - t) * (1 - t) * from;
      double in = -t * t * (1 - t) * to;
      double x = here * east + out * eastMps[step - 1] + in * eastMps[step];
      double y = here * north + out * northMps[step - 1] + in * northMps[step];
      meters += Math.sqrt((x - lastEast) * (x - lastEast) + (y - lastNorth) * (y - lastNorth));
      lastEast = x;
      lastNorth = y;
    }
    return meters;
  }

  /// The seconds to follow a velocity for, so that the curve makes no loop.
  private double reined(int step, double seconds, double straight) {
    return Math.min(seconds, LONGEST_TANGENT * straight / Math.max(0.01, mps(step)));
  }
}
