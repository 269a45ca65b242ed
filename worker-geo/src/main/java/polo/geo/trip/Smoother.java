package polo.geo.trip;

import polo.geo.track.LocalPlane;
import polo.geo.track.Track;

/// Smooths a path: a Kalman filter of constant velocity forward, the smoother of Rauch, Tung and
/// Striebel (1965) backward.
///
/// East and north are alike and independent, so both share one covariance of two by two numbers. A
/// fix weighs by its claimed accuracy, which is about two sigma. One that lies further off than the
/// gate allows (Mahalanobis) weighs so much less that it pulls no harder than one at the gate
/// (Huber), unless several in a row say so: then it is the past that was wrong.
///
/// After a long pause the model says nothing: there the path is cut, and each piece smoothed on a
/// plane of its own. Cost: about 60 ns a fix.
///
/// @param jerkiness spectral density of the acceleration, m²/s³: how readily speed changes
/// @param bestAccuracyMeters no phone is better than this, whatever it claims
/// @param correlationSeconds errors of fixes nearer in time than this are much the same error, so
///   such fixes share the weight of one
/// @param gate squared distance in sigmas from where a fix was expected
/// @param persistence so many fixes in a row beyond the gate are believed
/// @param pauseSeconds longer pauses cut
/// @param farMeters and so do longer steps
public record Smoother(
    double jerkiness,
    double bestAccuracyMeters,
    double correlationSeconds,
    double gate,
    int persistence,
    double pauseSeconds,
    double farMeters) {

  static final Smoother DEFAULT = new Smoother(1, 6, 1, 9, 4, 300, 50_000);

  /// Nobody starts faster than twice this on the ground.
  private static final double START_SPEED_MPS = 15;

  SmoothPath smooth(Path path) {
    SmoothPath smooth = new SmoothPath(path);
    int from = 0;
    while (from < path.size()) {
      int to = pieceEnd(path, from);
      new Piece(path, from, to).smoothInto(smooth);
      from = to;
    }
    return smooth;
  }

  private int pieceEnd(Path path, int from) {
    int to = from + 1;
    while (to < path.size()
        && path.seconds(to) <= pauseSeconds
        && path.metersBetween(to - 1, to) <= farMeters) {
      to++;
    }
    return to;
  }

  /// One piece: what the filter believes at each of its steps, then what the smoother does.
  private final class Piece {

    private final Path path;
    private final int from;
    private final int size;
    private final LocalPlane plane;
    private final double[] east;
    private final double[] north;
    private final double[] eastMps;
    private final double[] northMps;
    // The covariance, the same for both directions: of position, of both, of velocity.
    private final double[] pp;
    private final double[] pv;
    private final double[] vv;
    private int misses;

    Piece(Path path, int from, int to) {
      this.path = path;
      this.from = from;
      this.size = to - from;
      Track track = path.track();
      this.plane = LocalPlane.at(track.latitude(path.fix(from)), track.longitude(path.fix(from)));
      this.east = new double[size];
      this.north = new double[size];
      this.eastMps = new double[size];
      this.northMps = new double[size];
      this.pp = new double[size];
      this.pv = new double[size];
      this.vv = new double[size];
    }

    void smoothInto(SmoothPath smooth) {
      start();
      for (int i = 1; i < size; i++) {
        filter(i);
      }
      for (int i = size - 2; i >= 0; i--) {
        lookBack(i);
      }
      for (int i = 0; i < size; i++) {
        smooth.set(from + i, plane.point(east[i], north[i]), eastMps[i], northMps[i]);
      }
    }

    private void start() {
      pp[0] = variance(0, Double.POSITIVE_INFINITY);
      vv[0] = START_SPEED_MPS * START_SPEED_MPS;
    }

    private void filter(int i) {
      double t = path.seconds(from + i);
      double p = pp[i - 1] + t * (2 * pv[i - 1] + t * (vv[i - 1] + jerkiness * t / 3));
      double c = pv[i - 1] + t * (vv[i - 1] + jerkiness * t / 2);
      double v = vv[i - 1] + jerkiness * t;
      double expectedEast = east[i - 1] + t * eastMps[i - 1];
      double expectedNorth = north[i - 1] + t * northMps[i - 1];
      int fix = path.fix(from + i);
      double offEast = plane.east(path.track().longitude(fix)) - expectedEast;
      double offNorth = plane.north(path.track().latitude(fix)) - expectedNorth;
      double spread = believed(offEast * offEast + offNorth * offNorth, p + variance(i, t));
      double k = p / spread;
      double l = c / spread;
      east[i] = expectedEast + k * offEast;
      north[i] = expectedNorth + k * offNorth;
      eastMps[i] = eastMps[i - 1] + l * offEast;
      northMps[i] = northMps[i - 1] + l * offNorth;
      pp[i] = p - k * p;
      pv[i] = c - k * c;
      vv[i] = v - l * c;
    }

    /// How widely to believe that fixes scatter, given how far off this one is.
    private double believed(double off2, double spread) {
      if (off2 <= gate * spread) {
        misses = 0;
        return spread;
      }
      misses++;
      return misses < persistence ? off2 / gate : spread;
    }

    private void lookBack(int i) {
      double t = path.seconds(from + i + 1);
      double p = pp[i] + t * (2 * pv[i] + t * (vv[i] + jerkiness * t / 3));
      double c = pv[i] + t * (vv[i] + jerkiness * t / 2);
      double v = vv[i] + jerkiness * t;
      double a = pp[i] + t * pv[i];
      double b = pv[i] + t * vv[i];
      double det = p * v - c * c;
      double kp = (a * v - pv[i] * c) / det;
      double kv = (pv[i] * p - a * c) / det;
      double lp = (b * v - vv[i] * c) / det;
      double lv = (vv[i] * p - b * c) / det;
      double offEast = east[i + 1] - east[i] - t * eastMps[i];
      double offNorth = north[i + 1] - north[i] - t * northMps[i];
      double offEastMps = eastMps[i + 1] - eastMps[i];
      double offNorthMps = northMps[i + 1] - northMps[i];
      east[i] += kp * offEast + kv * offEastMps;
      north[i] += kp * offNorth + kv * offNorthMps;
      eastMps[i] += lp * offEast + lv * offEastMps;
      northMps[i] += lp * offNorth + lv * offNorthMps;
    }

    private double variance(int i, double seconds) {
      double accuracy =
          Math.max(bestAccuracyMeters, path.track().accuracyMeters(path.fix(from + i)));
      double shared = Math.max(1, correlationSeconds / Math.max(0.1, seconds));
      return shared * accuracy * accuracy / 4;
    }
  }
}
