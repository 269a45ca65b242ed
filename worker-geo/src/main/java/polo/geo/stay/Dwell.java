package polo.geo.stay;

import polo.common.earth.Coordinate;
import polo.geo.track.Flagger;
import polo.geo.track.LocalPlane;
import polo.geo.track.Track;

/// A spot being watched: its centre and how long the fixes have kept to it.
///
/// The centre is the mean weighted by 1/accuracy² (a claimed accuracy is about two sigma), where
/// fixes in the outer half of the radius weigh less (Huber), so that neither a poor fix nor the way
/// in drags it along. Constant state and time a fix, however long it lasts.
final class Dwell {

  /// No phone is better than this, whatever it claims.
  private static final double BEST_ACCURACY_METERS = 10;

  private final StayDetector rules;
  private final Track track;
  private final LocalPlane plane;
  private final int first;
  private final long startMillis;
  private int settled;
  private int lastInside;
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
    if (startMillis < track.millis(first)) {
      silentMillis = track.millis(first) - startMillis;
      certainty = StayDetector.NEAR_CERTAINTY;
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
    double w = Math.min(1, inner / Math.max(inner, away)) / (accuracy * accuracy);
    weight += w;
    east += w * x;
    north += w * y;
    squares += w * away * away;
    fixes++;
    lastInside = fix;
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

  /// True once the fixes have kept to the core of the spot for the least time of a stay. The way in
  /// is not counted.
  boolean isStay(Flagger flags) {
    double core = coreMeters();
    while (settled < lastInside && metersFromCentre(settled) > core) {
      settled = flags.nextGood(settled + 1);
    }
    return track.millis(lastInside) - track.millis(settled) >= rules.minStay().toMillis();
  }

  /// The first fix of the core; see [#isStay].
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

  /// The stay as found, without the way out that its last fixes may be.
  Visit visit(Flagger flags) {
    boolean endsInSilence = endMillis > track.millis(lastInside);
    int last = endsInSilence ? lastInside : beforeTheWayOut(flags);
    return new Visit(
        first,
        last,
        startMillis,
        endsInSilence ? endMillis : track.millis(last),
        centre(),
        Math.sqrt(squares / weight),
        fixes,
        silentMillis,
        certainty);
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

  private int beforeTheWayOut(Flagger flags) {
    double core = coreMeters();
    long least = rules.minStay().toMillis();
    long earliest = Math.max(track.millis(lastInside) - least, startMillis + least);
    for (int i = lastInside; i > first && track.millis(i) >= earliest; i = flags.previousGood(i)) {
      if (metersFromCentre(i) <= core) {
        return i;
      }
    }
    return lastInside;
  }

  /// Where fixes scatter widely the core is wider.
  private double coreMeters() {
    double spread = 1.5 * Math.sqrt(squares / weight);
    return Math.min(rules.radiusMeters(), Math.max(rules.coreMeters(), spread));
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
