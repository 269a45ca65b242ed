package polo.geo.trip;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// How a part of a way was gone: what tells a bus from a train when nobody says it.
///
/// @param kilometers its length, from slice to slice
/// @param medianMps of the time in motion
/// @param p95Mps not exceeded for 95 % of the time in motion
/// @param changeMps how much speed changes from slice to slice at speed, in the median; NaN when
///   that was not seen
/// @param stopsPerKm how often it came to rest, by the kilometre
/// @param turnPerKm by how many degrees it changed direction, by the kilometre; NaN when fixes are
///   too far apart, or too poor, to tell
/// @param corners how often it turned sharply
/// @param seenKilometers of which `turnPerKm` and `corners` are known
/// @param silentShare part of its length made in long silences
record Manner(
    double kilometers,
    double medianMps,
    double p95Mps,
    double changeMps,
    double stopsPerKm,
    double turnPerKm,
    int corners,
    double seenKilometers,
    double silentShare) {

  private static final double REST_MPS = 1;
  private static final double FAST_MPS = 8;
  private static final double LONG_SECONDS = 90;
  private static final double SILENT_SECONDS = 150;
  private static final double LEAST_KM = 0.2;
  private static final int LEAST_SLICES = 3;

  static Manner of(Slices slices) {
    double meters = 0;
    double silent = 0;
    int stops = 0;
    for (int i = 0; i < slices.size(); i++) {
      meters += slices.meters(i);
      silent += slices.seconds(i) > SILENT_SECONDS ? slices.meters(i) : 0;
      boolean stopsHere = i > 0 && isRest(slices, i) && !isRest(slices, i - 1);
      stops += stopsHere && i < slices.size() - 1 ? 1 : 0;
    }
    double[] quantiles = speeds(slices);
    Turns turns = Turns.of(slices);
    return new Manner(
        meters / 1000,
        quantiles[0],
        quantiles[1],
        change(slices),
        stops / Math.max(LEAST_KM, meters / 1000),
        turns.degreesPerKm(),
        turns.corners(),
        turns.meters() / 1000,
        silent / Math.max(1, meters));
  }

  private static boolean isRest(Slices slices, int slice) {
    return slices.mps(slice) < REST_MPS;
  }

  /// Median and 95 % of speeds in motion. The speed over a long silence is an average that hides
  /// stops, so silences count only when there is little else.
  private static double[] speeds(Slices slices) {
    IntPredicate moves = i -> !isRest(slices, i);
    IntPredicate movesSeen = i -> !isRest(slices, i) && slices.seconds(i) <= LONG_SECONDS;
    int seen = 0;
    for (int i = 0; i < slices.size(); i++) {
      seen += movesSeen.test(i) ? 1 : 0;
    }
    return quantiles(slices, seen >= LEAST_SLICES ? movesSeen : moves, 0.5, 0.95);
  }

  private static double[] quantiles(Slices slices, IntPredicate counts, double... shares) {
    double total = 0;
    int count = 0;
    // Speed above, slice below: sorts without objects.
    long[] packed = new long[slices.size()];
    for (int i = 0; i < slices.size(); i++) {
      if (counts.test(i)) {
        total += slices.seconds(i);
        packed[count++] = Math.round(slices.mps(i) * 1000) << 24 | i;
      }
    }
    Arrays.sort(packed, 0, count);
    double[] found = new double[shares.length];
    double seconds = 0;
    int next = 0;
    for (int i = 0; i < count; i++) {
      int slice = (int) (packed[i] & 0xFFFFFF);
      seconds += slices.seconds(slice);
      while (next < shares.length && seconds >= shares[next] * total) {
        found[next++] = slices.mps(slice);
      }
    }
    return found;
  }

  private static double change(Slices slices) {
    double[] changes = new double[slices.size()];
    int count = 0;
    for (int i = 1; i < slices.size(); i++) {
      if (Math.min(slices.mps(i - 1), slices.mps(i)) >= FAST_MPS) {
        changes[count++] = Math.abs(slices.mps(i) - slices.mps(i - 1));
      }
    }
    if (count < LEAST_SLICES) {
      return Double.NaN;
    }
    Arrays.sort(changes, 0, count);
    return changes[count / 2];
  }
}
