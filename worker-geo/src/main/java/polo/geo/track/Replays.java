package polo.geo.track;

/// Finds positions told again while the phone was on the way ([FrozenRules]).
///
/// Cost: a comparison for most fixes; a look at the next few where a position on the way is told a
/// second time, or after a fast step.
final class Replays {

  /// How many fixes back a position counts as told before.
  private static final int LOOK_BACK_LIMIT = 64;

  private final FrozenRules rules;
  private final Track track;
  private final Flagger flags;
  private int of = -1;
  private int until = -1;

  Replays(FrozenRules rules, Flagger flags) {
    this.rules = rules;
    this.track = flags.track();
    this.flags = flags;
  }

  /// Asked of fixes in order, of those with nothing to be said against them alone.
  boolean holds(int fix, int lastGood) {
    if (fix <= until) {
      return isSameSpot(fix, of);
    }
    if (isSameSpot(fix, lastGood) ? isStuck(fix, lastGood) : isEcho(fix, lastGood)) {
      of = fix;
      until = lastOfRun(fix);
      return true;
    }
    return false;
  }

  /// Told twice on the way, and not where the phone then was.
  private boolean isStuck(int fix, int first) {
    int before = flags.previousGood(first);
    if (before < 0
        || isSameSpot(before, first)
        || track.device(before) != track.device(first)
        || mps(before, first) < rules.movingMps()) {
      return false;
    }
    int last = lastOfRun(fix);
    int next = last < 0 ? -1 : flags.nextAlike(last);
    if (next < 0 || mps(first, next) < rules.movingMps()) {
      return false;
    }
    double leap = marginMeters(last, next);
    return leap >= rules.leastMeters()
        && leap > rules.metersFromRest(seconds(last, next))
        && goesOn(first, next);
  }

  /// What comes next may be the wrong one: then the track returns.
  private boolean goesOn(int first, int next) {
    int after = flags.nextAlike(next);
    return after >= 0 && track.metersBetween(first, after) >= track.metersBetween(first, next) / 2;
  }

  /// A step back to where the phone was some fixes ago, and at once on from where it came.
  private boolean isEcho(int fix, int lastGood) {
    if (track.device(fix) != track.device(lastGood)
        || isSurelyNear(lastGood, fix)
        || marginMeters(lastGood, fix) < rules.leastMeters()
        || mps(lastGood, fix) < rules.echoMps()
        || !wasTold(fix, lastGood)) {
      return false;
    }
    int last = lastOfRun(fix);
    int next = last < 0 ? -1 : flags.nextAlike(last);
    return next >= 0
        && track.metersBetween(lastGood, next)
            <= rules.returnShare()
                * (track.metersBetween(lastGood, fix) + track.metersBetween(fix, next));
  }

  /// A cheap bound without trigonometry: enough for most fixes.
  private boolean isSurelyNear(int one, int other) {
    double degrees =
        Math.abs(track.latitude(one) - track.latitude(other))
            + Math.abs(track.longitude(one) - track.longitude(other));
    return degrees * Flagger.METERS_PER_DEGREE < rules.leastMeters();
  }

  private boolean wasTold(int fix, int lastGood) {
    int least = Math.max(flags.from(), lastGood - LOOK_BACK_LIMIT);
    for (int i = lastGood - 1; i >= least; i--) {
      if (isSameSpot(i, fix) && track.device(i) == track.device(fix)) {
        return true;
      }
    }
    return false;
  }

  /// The last fix of the device that tells the position of this one; -1 when it tells it for too
  /// long, or nobody knows for how long.
  private int lastOfRun(int fix) {
    int last = fix;
    int next = flags.nextAlike(fix);
    while (next >= 0
        && isSameSpot(next, fix)
        && track.millis(next) - track.millis(fix) <= rules.longest().toMillis()) {
      last = next;
      next = flags.nextAlike(next);
    }
    return next < 0 || isSameSpot(next, fix) ? -1 : last;
  }

  private boolean isSameSpot(int one, int other) {
    return track.latitude(one) == track.latitude(other)
        && track.longitude(one) == track.longitude(other);
  }

  private double seconds(int one, int other) {
    return (track.millis(other) - track.millis(one)) / 1000.0;
  }

  private double mps(int one, int other) {
    return track.metersBetween(one, other) / Math.max(1, seconds(one, other));
  }

  private double marginMeters(int one, int other) {
    return track.metersBetween(one, other)
        - track.accuracyMeters(one)
        - track.accuracyMeters(other);
  }
}
