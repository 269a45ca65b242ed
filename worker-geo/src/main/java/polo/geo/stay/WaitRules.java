package polo.geo.stay;

import java.time.Duration;
import java.util.Optional;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// What is a wait and what a stay. A short dwell is a wait, part of the trip, when the user then
/// rides off from it: nobody rides on from where they wanted to be so soon. Whoever walks on has
/// been somewhere, and so has whoever came riding and rides back the same way.
///
/// Riding is seen as displacement over a minute, faster than people walk or run; a silence on rails
/// or in a tunnel shows it as well as fixes do. Nothing is asked about known places: they are
/// settled after all stays, and change with them.
///
/// Phones often sleep while one waits. So the silence before a ride belongs to the wait, but for
/// the time the ride took to where it is heard; and between a walk and a ride a silence longer than
/// that was a wait.
///
/// @param least shorter pauses are not told
/// @param mostAfoot longer is a stay, for those who came on foot: for a bus, a train, a lift
/// @param mostRiding longer is a stay, for those who came riding: in traffic, at a change of trains
/// @param soon how long before or after the dwell the ride may be
/// @param window over which a ride is seen
/// @param rideMps as fast as this is riding
/// @param wayMeters from so far away both directions are compared, if there are fixes so far
/// @param turnDegrees directions so close are the same way back
public record WaitRules(
    Duration least,
    Duration mostAfoot,
    Duration mostRiding,
    Duration soon,
    Duration window,
    double rideMps,
    double wayMeters,
    double turnDegrees) {

  public static final WaitRules DEFAULT =
      new WaitRules(
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          4,
          500,
          45);

  private static final int HEARD_WINDOWS = 3;

  /// Stops and starts leave about so much of the speed between them: a judgement, the same as the
  /// share that rides have in the traits of modes.
  private static final double MEAN_SHARE = 0.6;

  /// True when this dwell, which was left, is a wait.
  boolean isWait(Visit dwell, Flagger flags) {
    long millis = dwell.endMillis() - dwell.startMillis();
    if (millis > mostAfoot.toMillis()) {
      return false;
    }
    int off = rideAfter(dwell, flags);
    if (off < 0) {
      return false;
    }
    int on = rideBefore(dwell, flags);
    return on < 0 || millis <= mostRiding.toMillis() && !isTheSameWay(on, off, dwell, flags);
  }

  /// A wait in the silence before a fix: whoever walked when last heard, and rides when heard
  /// again, sooner than the ride alone explains, waited for it.
  Optional<Halt> unheard(int next, Flagger flags) {
    Track track = flags.track();
    int last = flags.previousGood(next);
    if (last < 0 || track.millis(next) - track.millis(last) < least.toMillis()) {
      return Optional.empty();
    }
    long boarded = boardingMillis(track.metersBetween(last, next), next, flags);
    long rest = boarded - track.millis(last);
    return rest >= least.toMillis() && rest <= mostAfoot.toMillis() && isAfoot(last, flags)
        ? Optional.of(new Halt(last, last, track.millis(last), boarded, track.position(last)))
        : Optional.empty();
  }

  /// True when the last minute up to a fix was heard, and was no ride.
  private boolean isAfoot(int last, Flagger flags) {
    Track track = flags.track();
    int back = flags.previousGood(last);
    while (back >= 0 && !spans(back, last, track)) {
      back = flags.previousGood(back);
    }
    return back >= 0
        && track.millis(last) - track.millis(back) <= soon.toMillis()
        && !isRide(back, last, track);
  }

  /// A fix of the ride soon after; -1 when there is none.
  private int rideAfter(Visit dwell, Flagger flags) {
    Track track = flags.track();
    long until = dwell.endMillis() + soon.toMillis();
    int back = dwell.last();
    for (int i = flags.nextGood(back + 1); i >= 0; i = flags.nextGood(i + 1)) {
      int next = flags.nextGood(back + 1);
      while (next < i && spans(next, i, track)) {
        back = next;
        next = flags.nextGood(back + 1);
      }
      if (isRide(back, i, track)) {
        return i;
      }
      if (track.millis(i) > until) {
        return -1;
      }
    }
    return -1;
  }

  /// When a ride began at a stop, that is heard from the fix `next` on, so many metres off: what
  /// the way took at the speed heard there, with its stops. Long before when none is heard.
  long boardingMillis(double meters, int next, Flagger flags) {
    double heard = rideMpsFrom(next, flags);
    double seconds = meters / (heard * MEAN_SHARE);
    return heard == 0
        ? Long.MIN_VALUE / 2
        : flags.track().millis(next) - Math.round(1000 * seconds);
  }

  /// How fast a ride is in the fastest window of the first ones after a fix; 0 when there is none.
  double rideMpsFrom(int fix, Flagger flags) {
    Track track = flags.track();
    long until = track.millis(fix) + HEARD_WINDOWS * window.toMillis();
    double fastest = 0;
    int back = fix;
    for (int i = flags.nextGood(fix + 1); i >= 0; i = flags.nextGood(i + 1)) {
      int next = flags.nextGood(back + 1);
      while (next < i && spans(next, i, track)) {
        back = next;
        next = flags.nextGood(back + 1);
      }
      if (isRide(back, i, track)) {
        fastest = Math.max(fastest, mps(back, i, track));
      }
      if (track.millis(i) > until) {
        break;
      }
    }
    return fastest;
  }

  private static double mps(int one, int other, Track track) {
    return track.metersBetween(one, other) * 1000 / (track.millis(other) - track.millis(one));
  }

  /// A fix of the ride soon before; -1 when there is none.
  private int rideBefore(Visit dwell, Flagger flags) {
    Track track = flags.track();
    long since = dwell.startMillis() - soon.toMillis();
    int ahead = dwell.first();
    for (int i = flags.previousGood(ahead); i >= 0; i = flags.previousGood(i)) {
      int next = flags.previousGood(ahead);
      while (next > i && spans(i, next, track)) {
        ahead = next;
        next = flags.previousGood(ahead);
      }
      if (isRide(i, ahead, track)) {
        return i;
      }
      if (track.millis(i) < since) {
        return -1;
      }
    }
    return -1;
  }

  private boolean spans(int one, int other, Track track) {
    return track.millis(other) - track.millis(one) >= window.toMillis();
  }

  private boolean isRide(int one, int other, Track track) {
    double seconds = (track.millis(other) - track.millis(one)) / 1000.0;
    return spans(one, other, track) && track.metersBetween(one, other) >= rideMps * seconds;
  }

  /// True when the dwell was left towards where it was reached from.
  private boolean isTheSameWay(int on, int off, Visit dwell, Flagger flags) {
    int from = on;
    for (int i = on; i >= 0 && isNear(from, dwell, flags); i = flags.previousGood(i)) {
      from = i;
    }
    int to = off;
    for (int i = off; i >= 0 && isNear(to, dwell, flags); i = flags.nextGood(i + 1)) {
      to = i;
    }
    double before = metersAway(from, dwell, flags);
    double after = metersAway(to, dwell, flags);
    double apart = flags.track().metersBetween(from, to);
    double cosine = (before * before + after * after - apart * apart) / (2 * before * after);
    return cosine >= Math.cos(Math.toRadians(turnDegrees));
  }

  /// Not yet so far that the direction is clear, and not long before or after.
  private boolean isNear(int fix, Visit dwell, Flagger flags) {
    long millis = flags.track().millis(fix);
    return metersAway(fix, dwell, flags) < wayMeters
        && millis >= dwell.startMillis() - 2 * soon.toMillis()
        && millis <= dwell.endMillis() + 2 * soon.toMillis();
  }

  private static double metersAway(int fix, Visit dwell, Flagger flags) {
    return flags.track().position(fix).metersTo(dwell.centre());
  }
}
