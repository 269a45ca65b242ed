package polo.geo.trip;

import org.jspecify.annotations.Nullable;

/// Total ascent with hysteresis: only a rise of `leastMeters` above the last low counts. GPS
/// altitude wanders by some metres; summing its every step "climbs" hundreds of metres a day on a
/// table.
record Climb(double leastMeters) {

  /// Metres; null when no fix has an altitude.
  @Nullable Double meters(Path path) {
    double low = Double.NaN;
    double high = Double.NaN;
    double climbed = 0;
    for (int step = 0; step < path.size(); step++) {
      double altitude = path.track().altitudeMeters(path.fix(step));
      if (Double.isNaN(altitude)) {
        continue;
      }
      if (Double.isNaN(low)) {
        low = altitude;
        high = altitude;
      }
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
    return Double.isNaN(low) ? null : climbed + rise(low, high);
  }

  private double rise(double low, double high) {
    return high - low >= leastMeters ? high - low : 0;
  }
}
