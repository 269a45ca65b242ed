package polo.geo.track;

import java.time.Duration;
import java.time.Instant;

/// When to distrust a fix.
///
/// A flag depends on the last good fix before it and on few fixes after it, so flags are found left
/// to right in one pass ([Flagger]), from any fix on, with nothing known of the time before.
///
/// @param maxAccuracyMeters poorer fixes are passed over. On phones lying still all grossly wrong
///   fixes (over 100 m) claim 116 m or worse
/// @param earliest fixes before it have an impossible date. Lost clocks say 1970, or 1980 as
///   satellites count
/// @param latest and from it on. Nothing here knows what time it is
/// @param nullIslandDegrees both coordinates under it
/// @param groundSpeedMps faster is suspect. It is an outlier when the track then returns; when the
///   new position persists it was a flight, or the end of a silence
/// @param teleportMeters elsewhere, within a second, beyond what both accuracies allow
/// @param returnWithin how many of the device's next accurate fixes may show the return
/// @param returnTime and how soon they must come
/// @param lead how long after its last good fix a device keeps others in its shadow
/// @param frozen when a position told again is an old one
public record OutlierRules(
    double maxAccuracyMeters,
    Instant earliest,
    Instant latest,
    double nullIslandDegrees,
    double groundSpeedMps,
    double teleportMeters,
    int returnWithin,
    Duration returnTime,
    Duration lead,
    FrozenRules frozen) {

  public static final OutlierRules DEFAULT =
      new OutlierRules(
          100,
          Instant.parse("1990-01-01T00:00:00Z"),
          Instant.parse("2100-01-01T00:00:00Z"),
          0.01,
          300 / 3.6,
          50,
          5,
          Duration.ofMinutes(30),
          Duration.ofMinutes(5),
          FrozenRules.DEFAULT);

  boolean isPossible(long millis) {
    return millis >= earliest.toEpochMilli() && millis < latest.toEpochMilli();
  }

  /// Reads the flags of `track`, as if it began at the fix `from`.
  public Flagger flagger(Track track, int from) {
    return new Flagger(this, track, from);
  }
}
