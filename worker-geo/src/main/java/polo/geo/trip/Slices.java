package polo.geo.trip;

import java.util.Arrays;

/// A part of a path in slices of some seconds, each with the speed of its displacement: over a
/// second speeds would be noise, and what devices claim is often 0 or -1. Where fixes are further
/// apart, a slice is one step.
final class Slices {

  private final SmoothPath path;
  private final int[] ends;
  private final double[] seconds;
  private final double[] mps;

  private Slices(SmoothPath path, int[] ends, double[] seconds) {
    this.path = path;
    this.ends = ends;
    this.seconds = seconds;
    this.mps = new double[ends.length - 1];
    for (int i = 0; i < size(); i++) {
      mps[i] = path.metersBetween(ends[i], ends[i + 1]) / Math.max(0.001, seconds[i]);
    }
  }

  /// Of the steps `first` to `last`, which are at least two; the last slice may be longer than
  /// others.
  static Slices of(SmoothPath path, int first, int last, double leastSeconds) {
    int[] ends = new int[last - first + 1];
    ends[0] = first;
    int count = 1;
    for (int step = first + 1; step <= last; step++) {
      if (path.seconds(step) >= leastSeconds && ends[count - 1] < step - 1) {
        // What came before a silence is none of it.
        ends[count++] = step - 1;
      }
      if (path.millis(step) - path.millis(ends[count - 1]) >= leastSeconds * 1000) {
        ends[count++] = step;
      }
    }
    if (count == 1) {
      count++;
    }
    ends[count - 1] = last;
    double[] seconds = new double[count - 1];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = (path.millis(ends[i + 1]) - path.millis(ends[i])) / 1000.0;
    }
    return new Slices(path, Arrays.copyOf(ends, count), seconds);
  }

  /// The same way, begun later than its first fix, or ended earlier than its last, in the silence
  /// beside it: a rest at either end is no part of the way's speed.
  Slices within(long startMillis, long endMillis) {
    double[] own = seconds.clone();
    own[0] = Math.max(1, own[0] - lateness(startMillis, path.millis(ends[0])));
    int last = own.length - 1;
    own[last] = Math.max(1, own[last] - lateness(path.millis(ends[last + 1]), endMillis));
    return new Slices(path, ends, own);
  }

  private static double lateness(long millis, long after) {
    return Math.max(0, millis - after) / 1000.0;
  }

  /// Some of its slices.
  Slices part(int from, int to) {
    return new Slices(
        path, Arrays.copyOfRange(ends, from, to + 1), Arrays.copyOfRange(seconds, from, to));
  }

  int size() {
    return ends.length - 1;
  }

  SmoothPath path() {
    return path;
  }

  /// The step a slice begins with; of `size()`, the last step.
  int step(int slice) {
    return ends[slice];
  }

  double seconds(int slice) {
    return seconds[slice];
  }

  /// From its first step to its last, straight.
  double meters(int slice) {
    return mps[slice] * seconds[slice];
  }

  double mps(int slice) {
    return mps[slice];
  }
}
