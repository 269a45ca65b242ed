package polo.geo.track;

import java.time.Duration;

/// When to distrust a fix.
///
/// A flag depends on the last good fix before it and on few fixes after it, so flags are found left
/// to right in one pass ([Flagger]), from any fix on, with nothing known of the time before.
///
/// @param maxAccuracyMeters poorer fixes are passed over. On phones lying still all grossly wrong
///   fixes (over 100 m) claim 116 m or worse
/// @param nullIslandDegrees both coordinates under it
/// @param groundSpeedMps faster is suspect. It is an outlier when the track then returns; when the
///   new position persists it was a flight, or the end of a silence
/// @param teleportMeters elsewhere, within a second, beyond what both accuracies allow
/// @param returnWithin how many of the device's next accurate fixes may show the return
/// @param returnTime and how soon they must come
/// @param lead how long after its last good fix a device keeps others in its shadow
public record OutlierRules(
    double maxAccuracyMeters,
    double nullIslandDegrees,
    double groundSpeedMps,
    double teleportMeters,
    int returnWithin,
    Duration returnTime,
    Duration lead) {

  public static final OutlierRules DEFAULT =
      new OutlierRules(100, 0.01, 300 / 3.6, 50, 5, Duration.ofMinutes(30), Duration.ofMinutes(5));

  /// Reads the flags of `track`, as if it began at the fix `from`.
  public Flagger flagger(Track track, int from) {
    return new Flagger(this, track, from);
  }
}
