package polo.geo.track;

import java.util.Arrays;

/// Reads a track left to right from a given fix and passes over fixes not to be trusted.
///
/// Flags are found when asked for and kept. The flagger also remembers how far it had to look: what
/// was concluded from it depends on no fix beyond [#furthest], and may change with later fixes only
/// if it [#sawEnd].
///
/// Cost: amortised constant, a few nanoseconds a fix; a suspect fix costs a look at the next few.
public final class Flagger {

  /// How many fixes of other devices and poor ones a look ahead may step over.
  private static final int LOOK_AHEAD_LIMIT = 64;

  static final double METERS_PER_DEGREE = 111_400;

  private final OutlierRules rules;
  private final Track track;
  private final int from;
  private Flag[] flags = new Flag[64];
  private int flagged;
  private int lastGood = -1;
  private final Horizon horizon;
  private final Replays replays;

  Flagger(OutlierRules rules, Track track, int from) {
    this(rules, track, from, new Horizon());
  }

  private Flagger(OutlierRules rules, Track track, int from, Horizon horizon) {
    this.rules = rules;
    this.track = track;
    this.from = from;
    this.flagged = from;
    this.horizon = horizon;
    this.replays = new Replays(rules.frozen(), this);
  }

  public Track track() {
    return track;
  }

  /// The first fix it reads.
  public int from() {
    return from;
  }

  /// A flagger that begins anew at a later fix, knowing nothing of what was before. How far either
  /// looks, both have looked.
  public Flagger afresh(int later) {
    return new Flagger(rules, track, later, horizon);
  }

  /// The first good fix at or after `index`; -1 when there is none.
  public int nextGood(int index) {
    for (int i = index; look(i); i++) {
      if (isGood(i)) {
        return i;
      }
    }
    return -1;
  }

  /// The last good fix before `index`; -1 when there is none since this flagger's start.
  public int previousGood(int index) {
    for (int i = index - 1; i >= from; i--) {
      if (isGood(i)) {
        return i;
      }
    }
    return -1;
  }

  public Flag flag(int index) {
    while (flagged <= index) {
      flagNext();
    }
    return flags[index - from];
  }

  public boolean isGood(int index) {
    return flag(index) == Flag.GOOD;
  }

  /// The last fix that had a say in anything answered so far.
  public int furthest() {
    return horizon.furthest;
  }

  /// True when an answer rests on there being no more fixes.
  public boolean sawEnd() {
    return horizon.sawEnd;
  }

  /// The next fix of the same device with nothing to be said against it alone; -1 when there is
  /// none near.
  int nextAlike(int fix) {
    for (int i = fix + 1; i <= fix + LOOK_AHEAD_LIMIT && look(i); i++) {
      if (track.device(i) == track.device(fix) && judgeAlone(i) == Flag.GOOD) {
        return i;
      }
    }
    return -1;
  }

  private boolean look(int index) {
    if (index >= track.size()) {
      horizon.sawEnd = true;
      return false;
    }
    horizon.furthest = Math.max(horizon.furthest, index);
    return true;
  }

  private void flagNext() {
    if (flagged - from == flags.length) {
      flags = Arrays.copyOf(flags, 2 * flags.length);
    }
    int next = flagged;
    horizon.furthest = Math.max(horizon.furthest, next);
    Flag flag = judge(next);
    flags[next - from] = flag;
    if (flag == Flag.GOOD) {
      lastGood = next;
    }
    flagged++;
  }

  private Flag judge(int fix) {
    Flag alone = judgeAlone(fix);
    return alone != Flag.GOOD || lastGood < 0 ? alone : judgeAfterLastGood(fix);
  }

  /// What a fix says against itself.
  private Flag judgeAlone(int fix) {
    if (!rules.isPossible(track.millis(fix))) {
      return Flag.IMPOSSIBLE_DATE;
    }
    if (isInaccurate(fix)) {
      return Flag.INACCURATE;
    }
    if (isOnNullIsland(fix)) {
      return Flag.NULL_ISLAND;
    }
    return isSentinel(fix) ? Flag.SENTINEL : Flag.GOOD;
  }

  private Flag judgeAfterLastGood(int fix) {
    long pause = track.millis(fix) - track.millis(lastGood);
    if (track.device(fix) != track.device(lastGood) && pause <= rules.lead().toMillis()) {
      return Flag.SHADOWED;
    }
    if (replays.holds(fix, lastGood)) {
      return Flag.FROZEN;
    }
    boolean sameSecond = pause < 1000;
    double tolerated = sameSecond ? rules.teleportMeters() : reachMeters(lastGood, fix);
    if (isSurelyWithin(tolerated, fix)) {
      return Flag.GOOD;
    }
    if (sameSecond && marginMeters(lastGood, fix) > tolerated) {
      return Flag.TELEPORT;
    }
    return !isReachable(lastGood, fix) && returnsAfter(fix) ? Flag.JUMP : Flag.GOOD;
  }

  private boolean isInaccurate(int fix) {
    return track.accuracyMeters(fix) > rules.maxAccuracyMeters();
  }

  private boolean isOnNullIsland(int fix) {
    return Math.abs(track.latitude(fix)) < rules.nullIslandDegrees()
        && Math.abs(track.longitude(fix)) < rules.nullIslandDegrees();
  }

  private boolean isSentinel(int fix) {
    return track.latitude(fix) == Math.rint(track.latitude(fix))
        && track.longitude(fix) == Math.rint(track.longitude(fix));
  }

  /// True when one of the next fixes of the device fits the track as it was before `suspect`, and
  /// does not fit `suspect`.
  private boolean returnsAfter(int suspect) {
    long until = track.millis(suspect) + rules.returnTime().toMillis();
    int seen = 0;
    for (int i = suspect + 1; i <= suspect + LOOK_AHEAD_LIMIT && look(i); i++) {
      if (track.millis(i) > until || seen == rules.returnWithin()) {
        return false;
      }
      if (track.device(i) == track.device(suspect) && judgeAlone(i) == Flag.GOOD) {
        if (isReachable(lastGood, i) && !isReachable(suspect, i)) {
          return true;
        }
        seen++;
      }
    }
    return false;
  }

  /// A cheap bound without trigonometry: enough for all but one fix in thousands.
  private boolean isSurelyWithin(double meters, int fix) {
    double degrees =
        Math.abs(track.latitude(fix) - track.latitude(lastGood))
            + Math.abs(track.longitude(fix) - track.longitude(lastGood));
    return degrees * METERS_PER_DEGREE <= meters;
  }

  private boolean isReachable(int one, int other) {
    return marginMeters(one, other) <= reachMeters(one, other);
  }

  private double reachMeters(int one, int other) {
    double seconds = (track.millis(other) - track.millis(one)) / 1000.0;
    return rules.groundSpeedMps() * Math.max(1, seconds);
  }

  /// The distance that the two accuracies leave unexplained.
  private double marginMeters(int one, int other) {
    return track.metersBetween(one, other)
        - track.accuracyMeters(one)
        - track.accuracyMeters(other);
  }

  private static final class Horizon {
    private int furthest;
    private boolean sawEnd;
  }
}
