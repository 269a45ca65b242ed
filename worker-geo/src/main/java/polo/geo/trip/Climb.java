package polo.geo.trip;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Total ascent, of smoothed altitudes and with hysteresis: only a rise of `leastMeters` above the
/// last low counts. GPS altitude wanders by some metres; summing its every step "climbs" hundreds
/// of metres a day on a table.
///
/// Smoothed by a Kalman filter of a random walk and its backward smoother (Rauch, Tung and Striebel
/// 1965). What walks is the slope: a step may rise by a share of its length, so standing still
/// averages the noise away, and a road is followed. Cost: some ten nanoseconds a fix.
///
/// @param leastMeters the least rise that counts as one
/// @param slope usual rise of a way, as a share of its length
/// @param errorMeters usual error of an altitude
public record Climb(double leastMeters, double slope, double errorMeters) {

  public static final Climb DEFAULT = new Climb(10, 0.15, 5);

  /// Lifts and stairs rise on the spot: square metres a second.
  private static final double ON_THE_SPOT = 0.02;

  /// Metres; null when no fix has an altitude.
  @Nullable Double meters(Path path) {
    double[] altitudes = smoothed(path);
    return altitudes.length == 0 ? null : ascent(altitudes);
  }

  private double ascent(double[] altitudes) {
    double low = altitudes[0];
    double high = altitudes[0];
    double climbed = 0;
    for (double altitude : altitudes) {
      if (altitude > high) {
        high = altitude;
      } else if (high - altitude >= leastMeters) {
        climbed += rise(low, high);
        low = altitude;
        high = altitude;
      } else if (altitude < low) {
        // Still descending, no peak since.
        low = altitude;
        high = altitude;
      }
    }
    return climbed + rise(low, high);
  }

  private double rise(double low, double high) {
    return high - low >= leastMeters ? high - low : 0;
  }

  /// Where the steps with an altitude most likely were.
  private double[] smoothed(Path path) {
    int[] steps = measured(path);
    double[] altitudes = new double[steps.length];
    double[] variances = new double[steps.length];
    double[] grown = new double[steps.length];
    double noise = errorMeters * errorMeters;
    for (int i = 0; i < steps.length; i++) {
      double measured = path.track().altitudeMeters(path.fix(steps[i]));
      if (i == 0) {
        altitudes[0] = measured;
        variances[0] = noise;
      } else {
        grown[i] = variances[i - 1] + variance(path, steps[i - 1], steps[i]);
        double gain = grown[i] / (grown[i] + noise);
        altitudes[i] = altitudes[i - 1] + gain * (measured - altitudes[i - 1]);
        variances[i] = (1 - gain) * grown[i];
      }
    }
    for (int i = steps.length - 2; i >= 0; i--) {
      altitudes[i] += variances[i] / grown[i + 1] * (altitudes[i + 1] - altitudes[i]);
    }
    return altitudes;
  }

  /// Of the rise between two steps.
  private double variance(Path path, int from, int to) {
    double rise = slope * path.metersBetween(from, to);
    return rise * rise + ON_THE_SPOT * (path.millis(to) - path.millis(from)) / 1000.0 + 1e-6;
  }

  private static int[] measured(Path path) {
    return IntStream.range(0, path.size())
        .filter(step -> !Double.isNaN(path.track().altitudeMeters(path.fix(step))))
        .toArray();
  }
}
