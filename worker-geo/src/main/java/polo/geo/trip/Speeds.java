package polo.geo.trip;

/// How long a movement kept which speed. Speeds are displacements over 20 s or more: over a second
/// they would be noise, and what devices claim is often 0 or -1.
///
/// A histogram of time by quarters of a metre a second, so that a quantile costs nothing to speak
/// of and a single bad fix moves none.
final class Speeds {

  private static final long WINDOW_MILLIS = 20_000;
  private static final double BIN_MPS = 0.25;
  private static final int BINS = 1600;

  private final double[] secondsAt = new double[BINS];

  static Speeds of(SmoothPath path) {
    Speeds speeds = new Speeds();
    int back = 0;
    for (int step = 1; step < path.size(); step++) {
      while (back + 1 < step && path.millis(step) - path.millis(back + 1) >= WINDOW_MILLIS) {
        back++;
      }
      speeds.add(path, back, step);
    }
    return speeds;
  }

  private void add(SmoothPath path, int back, int step) {
    long millis = path.millis(step) - path.millis(back);
    if (millis > 0) {
      double mps = path.metersBetween(back, step) * 1000 / millis;
      int bin = (int) Math.min(BINS - 1, mps / BIN_MPS);
      secondsAt[bin] += (path.millis(step) - path.millis(step - 1)) / 1000.0;
    }
  }

  /// Seconds spent at this speed or faster.
  double secondsAbove(double mps) {
    double seconds = 0;
    for (int bin = firstBin(mps); bin < BINS; bin++) {
      seconds += secondsAt[bin];
    }
    return seconds;
  }

  /// The speed that is not exceeded for the share `share` of the time spent at `leastMps` or
  /// faster; 0 when there is no such time.
  double quantile(double share, double leastMps) {
    double left = share * secondsAbove(leastMps);
    if (left <= 0) {
      return 0;
    }
    int bin = firstBin(leastMps);
    while (bin < BINS - 1 && left > secondsAt[bin]) {
      left -= secondsAt[bin++];
    }
    return (bin + 0.5) * BIN_MPS;
  }

  private static int firstBin(double mps) {
    return (int) (mps / BIN_MPS);
  }
}
