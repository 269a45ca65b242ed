package polo.geo.stay;

import java.util.Optional;
import polo.common.earth.Coordinate;
import polo.geo.track.Flagger;
import polo.geo.track.LocalPlane;
import polo.geo.track.Track;

/// A spot being watched: its centre and how long the fixes have kept to it.
///
/// The centre is the mean weighted by 1/accuracy² (a claimed accuracy is about two sigma) and by
/// the time since the fix before, where fixes in the outer half of the radius weigh less (Huber):
/// so neither a poor fix nor the way in, nor a burst of fixes on the way out drags it along.
/// Constant state and time a fix, however long it lasts.
final class Dwell {

  /// No phone is better than this, whatever it claims.
  private static final double BEST_ACCURACY_METERS = 10;

  /// A fix speaks for no longer, however long the silence before it.
  private static final double MOST_SECONDS = 60;

  /// Of waiting at the kerb or on the platform, at the end of a wait.
  private static final long BOARDING_MILLIS = 120_000;

  private final StayDetector rules;
  private final Track track;
  private final LocalPlane plane;
  private final int first;
  private final long startMillis;
  private int settled;
  private int lastInside;
  private int lastCore;
  private int firstOutside = -1;
  private int outside;
  private int fixes;
  private double weight;
  private double east;
  private double north;
  private double squares;
  private long silentMillis;
  private long endMillis;
  private double certainty = 1;

  Dwell(StayDetector rules, Track track, int first, long startMillis) {
    this.rules = rules;
    this.track = track;
    this.plane = LocalPlane.at(track.latitude(first), track.longitude(first));
    this.first = first;
    this.startMillis = startMillis;
    this.settled = first;
    this.lastInside = first;
    this.lastCore = first;
    if (startMillis < track.millis(first)) {
      silentMillis = track.millis(first) - startMillis;
      certainty = Reading.NEAR_CERTAINTY;
    }
    add(first);
  }

  /// True when the fix is at the spot: near its centre, and near where it began, so that a slow
  /// drift is no endless stay.
  boolean holds(int fix) {
    double x = plane.east(track.longitude(fix));
    double y = plane.north(track.latitude(fix));
    return squared(x - centreEast(), y - centreNorth()) <= squared(rules.radiusMeters(), 0)
        && squared(x, y) <= squared(rules.driftMeters(), 0);
  }

  void add(int fix) {
    long pause = track.millis(fix) - track.millis(lastInside);
    if (pause >= rules.silences().silence().toMillis()) {
      silentMillis += pause;
    }
    double x = plane.east(track.longitude(fix));
    double y = plane.north(track.latitude(fix));
    double accuracy = Math.max(BEST_ACCURACY_METERS, track.accuracyMeters(fix));
    double away = fixes == 0 ? 0 : Math.sqrt(squared(x - centreEast(), y - centreNorth()));
    double inner = rules.radiusMeters() / 2;
    double seconds = Math.clamp(pause / 1000.0, 1, MOST_SECONDS);
    double w = seconds * Math.min(1, inner / Math.max(inner, away)) / (accuracy * accuracy);
    weight += w;
    east += w * x;
    north += w * y;
    squares += w * away * away;
    fixes++;
    lastInside = fix;
    if (isInCore(fix) || pause >= rules.silences().silence().toMillis()) {
      lastCore = fix;
    }
    endMillis = track.millis(fix);
    firstOutside = -1;
    outside = 0;
  }

  /// A fix elsewhere: not yet a departure, unless it [#isLeft].
  void miss(int fix) {
    if (outside == 0) {
      firstOutside = fix;
    }
    outside++;
  }

  /// True when the last fixes leave no doubt: two or more elsewhere in a row, and either far or for
  /// long.
  boolean isLeft(int fix) {
    return outside >= 2
        && (metersFromCentre(fix) > 2 * rules.radiusMeters()
            || track.millis(fix) - track.millis(lastInside) > rules.excursion().toMillis());
  }

  /// True once the fixes have kept to the core of the spot for so long. The ways in and out are not
  /// counted, so walking through is never for long.
  boolean hasKeptFor(long millis, Flagger flags) {
    while (settled < lastCore && !isInCore(settled)) {
      settled = flags.nextGood(settled + 1);
    }
    long core = track.millis(lastCore);
    return core - track.millis(settled) >= millis
        && core - track.millis(afterTheWayIn(flags)) >= millis;
  }

  /// The first fix of the core; see [#hasKeptFor].
  int settled() {
    return settled;
  }

  /// The first fix from which on the user kept near the fix `spot`.
  int settledNear(int spot, Flagger flags) {
    int from = first;
    while (from < spot && track.metersBetween(from, spot) > rules.coreMeters()) {
      from = flags.nextGood(from + 1);
    }
    return from;
  }

  /// The stay lasts into the silence after its last fix.
  void lastUntil(long millis, double newCertainty) {
    silentMillis += millis - endMillis;
    endMillis = millis;
    certainty = Math.min(certainty, newCertainty);
  }

  /// The dwell as found, without the way out that its last fixes may be, unless it would be shorter
  /// than `leastMillis`.
  Visit visit(long leastMillis, Flagger flags) {
    int last = endsInSilence() ? lastInside : beforeTheWayOut(leastMillis, flags);
    long leastEnd = Math.min(endMillis, startMillis + leastMillis);
    return new Visit(
        first,
        last,
        startMillis,
        endsInSilence() ? endMillis : Math.max(leastEnd, departureMillis(last, flags)),
        centre(),
        Math.sqrt(squares / weight),
        fixes,
        silentMillis,
        certainty);
  }

  /// The dwell as a wait. One waits where one boards: the walk to there from where the last ride
  /// ended, across a station, is no part of it. Empty when too little is left.
  Optional<Halt> halt(Flagger flags) {
    Visit found = visit(rules.waits().least().toMillis(), flags);
    long boarded = boardedMillis(flags);
    boolean isSilent = boarded - track.millis(lastInside) >= rules.waits().window().toMillis();
    int last = isSilent ? lastInside : found.last();
    long end = isSilent ? boarded : found.endMillis();
    Coordinate spot = boardingSpot(last, flags);
    int from = reached(spot, last, flags);
    long start = from == first ? startMillis : track.millis(from);
    return end - start >= rules.waits().least().toMillis()
        ? Optional.of(new Halt(from, last, start, end, spot))
        : Optional.empty();
  }

  /// Where the last minutes up to a fix were spent.
  private Coordinate boardingSpot(int last, Flagger flags) {
    double sum = 0;
    double x = 0;
    double y = 0;
    long since = track.millis(last) - BOARDING_MILLIS;
    for (int i = last; i >= first && track.millis(i) >= since; i = flags.previousGood(i)) {
      double accuracy = Math.max(BEST_ACCURACY_METERS, track.accuracyMeters(i));
      double w = 1 / (accuracy * accuracy);
      sum += w;
      x += w * plane.east(track.longitude(i));
      y += w * plane.north(track.latitude(i));
    }
    return plane.point(x / sum, y / sum);
  }

  /// The fix from which on a spot was kept to, but for single fixes.
  private int reached(Coordinate spot, int last, Flagger flags) {
    int from = last;
    int away = 0;
    for (int i = from; i >= first && away < 2; i = flags.previousGood(i)) {
      double near = Math.clamp(track.accuracyMeters(i), 2 * rules.spotMeters(), rules.coreMeters());
      boolean isNear = track.position(i).metersTo(spot) <= near;
      away = isNear ? 0 : away + 1;
      from = isNear ? i : from;
    }
    return from;
  }

  /// When the ride began that is heard after the spot's last fix: phones fall silent where one
  /// waits, and wake on the way. Long before when none is heard.
  private long boardedMillis(Flagger flags) {
    int next = flags.nextGood(lastInside + 1);
    return next < 0
        ? Long.MIN_VALUE / 2
        : rules.waits().boardingMillis(metersFromCentre(next), next, flags);
  }

  boolean endsInSilence() {
    return endMillis > track.millis(lastInside);
  }

  /// When the spot was reached.
  long arrivalMillis(Flagger flags) {
    return track.millis(afterTheWayIn(flags));
  }

  /// When the spot was left, whose last fix is `last`. When the next fix came late and from a
  /// little further off, the way there was made at the end of the pause, not at its start.
  private long departureMillis(int last, Flagger flags) {
    int next = flags.nextGood(last + 1);
    if (next < 0 || next > lastInside && !isBriefly(last, next)) {
      return track.millis(last);
    }
    long travel = rules.silences().travelMillis(metersFromCentre(next));
    return Math.max(track.millis(last), track.millis(next) - travel);
  }

  /// A longer pause is a silence, and has a meaning of its own.
  private boolean isBriefly(int one, int next) {
    return track.millis(next) - track.millis(one) < rules.silences().silence().toMillis();
  }

  /// How many fixes in a row were elsewhere.
  int outside() {
    return outside;
  }

  int firstOutside() {
    return firstOutside;
  }

  long endMillis() {
    return endMillis;
  }

  double metersFromCentre(int fix) {
    double x = plane.east(track.longitude(fix)) - centreEast();
    double y = plane.north(track.latitude(fix)) - centreNorth();
    return Math.sqrt(squared(x, y));
  }

  private Coordinate centre() {
    return plane.point(centreEast(), centreNorth());
  }

  /// The last fix at the very spot: the ones after it are the way out.
  private int beforeTheWayOut(long leastMillis, Flagger flags) {
    double spot = spotMeters();
    long longest = rules.minStay().toMillis();
    long earliest = Math.max(track.millis(lastInside) - longest, startMillis + leastMillis);
    int last = lastInside;
    while (last > settled && metersFromCentre(last) > spot) {
      int before = flags.previousGood(last);
      boolean isTooEarly = track.millis(before) < earliest;
      if (isTooEarly && isBriefly(before, last)) {
        return lastInside;
      }
      last = before;
      if (isTooEarly) {
        break;
      }
    }
    return last;
  }

  /// The first fix at the very spot; the ones before it are the way in.
  private int afterTheWayIn(Flagger flags) {
    double spot = spotMeters();
    for (int i = settled; i < lastCore; i = flags.nextGood(i + 1)) {
      if (metersFromCentre(i) <= spot) {
        return i;
      }
    }
    return settled;
  }

  /// Near the centre, or as near as a fix can tell.
  private boolean isInCore(int fix) {
    double core = Math.max(rules.coreMeters(), track.accuracyMeters(fix));
    return metersFromCentre(fix) <= Math.min(core, rules.radiusMeters());
  }

  /// How far from the centre is still at the spot: further where fixes scatter widely.
  private double spotMeters() {
    return Math.max(rules.spotMeters(), Math.sqrt(squares / weight));
  }

  private double centreEast() {
    return east / weight;
  }

  private double centreNorth() {
    return north / weight;
  }

  private static double squared(double x, double y) {
    return x * x + y * y;
  }
}
