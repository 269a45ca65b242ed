package polo.geo.track;

import java.time.Duration;

/// When a position is an old one told again. A phone whose receiver sleeps may repeat its last
/// position, or one it kept, with the time of now. On a table that is true; on the way it is not.
///
/// So a repeat proves nothing by itself. It is stale when what comes next says so: after repeats on
/// the way, the phone is so far off that it cannot have stood there until then, but can have gone
/// on all the while; after a position told before, it is back where it was.
///
/// @param longest repeats for longer than this are rest, whatever comes next
/// @param movingMps pace of the way to the first, and from it to what comes next
/// @param leastMeters nearer is the receiver's own correction
/// @param startMps2 nobody starts from rest faster than this
/// @param echoMps pace of the step back to a position told before
/// @param returnShare after it the track goes on at most so far away, as a share of both steps
public record FrozenRules(
    Duration longest,
    double movingMps,
    double leastMeters,
    double startMps2,
    double echoMps,
    double returnShare) {

  public static final FrozenRules DEFAULT =
      new FrozenRules(Duration.ofMinutes(10), 3, 100, 4, 20, 0.4);

  /// How far one gets from rest.
  double metersFromRest(double seconds) {
    return startMps2 * seconds * seconds / 2;
  }
}
