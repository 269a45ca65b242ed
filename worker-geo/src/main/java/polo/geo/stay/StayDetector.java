package polo.geo.stay;

import java.time.Duration;
import java.util.List;
import polo.geo.stay.Finding.Arrival;
import polo.geo.stay.Finding.Ended;
import polo.geo.stay.Finding.Left;
import polo.geo.stay.Finding.Lost;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// Finds stays by a dwell sweep: watch a spot from a fix on, follow its robust centre, and see
/// whether the fixes keep to it for long enough before they leave.
///
/// Ideas: Li et al. 2008 (dwell within a radius), with a weighted running centre instead of the
/// first point, a tolerance for excursions, and an explicit meaning for silence ([SilenceRules]).
/// When the spot is left a new one is watched from the first fix outside, so the cost is linear:
/// each fix is looked at a few times, 10 to 30 ns each.
///
/// A stay is only reported when reading the track afresh from its beginning finds it there too.
/// That makes its beginning a cut: nothing after depends on anything before.
///
/// @param radiusMeters of a spot
/// @param driftMeters how far from its first fix a spot may reach
/// @param coreMeters of a spot; fixes further out at its ends are the way in and out
/// @param spotMeters of a spot that was reached: nearer to the centre is nobody still arriving, nor
///   leaving already
/// @param minStay shorter is a pause
/// @param excursion how long fixes may be elsewhere and come back
/// @param settle how long a phone must have kept still before a silence to have slept there
/// @param returnWithin leaving and coming back within so long, and
/// @param returnMeters never further than this, is still the same stay
/// @param silences what silence means
public record StayDetector(
    double radiusMeters,
    double driftMeters,
    double coreMeters,
    double spotMeters,
    Duration minStay,
    Duration excursion,
    Duration settle,
    Duration returnWithin,
    double returnMeters,
    SilenceRules silences) {

  public static final StayDetector DEFAULT =
      new StayDetector(
          100,
          150,
          50,
          15,
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          250,
          SilenceRules.DEFAULT);

  static final double NEAR_CERTAINTY = 0.85;
  static final double FAR_CERTAINTY = 0.5;

  /// Reads one stretch, from where `flags` begins.
  public Stretch read(Flagger flags) {
    if (!(probe(flags, flags.from()) instanceof Arrival arrival) || !isAtStart(arrival, flags)) {
      return new Stretch(null, List.of(), search(flags, flags.from()));
    }
    Dwell dwell = new Dwell(this, flags.track(), arrival.first(), arrival.startMillis());
    Finding onward = follow(dwell, flags, arrival.first());
    while (onward instanceof Arrival next && isReturn(dwell, next, flags)) {
      dwell.add(next.first());
      onward = follow(dwell, flags, next.first());
    }
    return new Stretch(dwell.visit(flags), List.of(), onward);
  }

  private static boolean isAtStart(Arrival arrival, Flagger flags) {
    return flags.track().firstOfItsMoment(arrival.cut()) <= flags.from();
  }

  /// Follows a stay until it is left, and on to what comes next.
  private Finding follow(Dwell dwell, Flagger flags, int from) {
    Finding finding = watch(dwell, flags, from, false);
    return finding instanceof Left left ? search(flags, left.next()) : finding;
  }

  /// The next stay that stands on its own, or where the track is lost or ends.
  private Finding search(Flagger flags, int from) {
    int at = from;
    while (true) {
      switch (probe(flags, at)) {
        case Left(int next) -> at = next;
        case Arrival arrival -> {
          if (confirmed(arrival, flags) instanceof Arrival stay) {
            return stay;
          }
          at = arrival.first() + 1;
        }
        case Lost lost -> {
          return lost;
        }
        case Ended ended -> {
          return ended;
        }
      }
    }
  }

  /// Reads afresh from where a stay seems to begin. When that finds it to begin later, from there.
  private Finding confirmed(Arrival arrival, Flagger flags) {
    Track track = flags.track();
    int cut = track.firstOfItsMoment(arrival.cut());
    while (cut > flags.from()) {
      Finding again = probe(flags.afresh(cut), cut);
      if (!(again instanceof Arrival found)) {
        return again;
      }
      int foundCut = track.firstOfItsMoment(found.cut());
      if (foundCut <= cut) {
        return new Arrival(cut, found.first(), found.startMillis());
      }
      cut = foundCut;
    }
    return new Left(arrival.first());
  }

  private Finding probe(Flagger flags, int from) {
    int first = flags.nextGood(from);
    if (first < 0) {
      return new Ended(flags.previousGood(from));
    }
    Dwell dwell = new Dwell(this, flags.track(), first, flags.track().millis(first));
    return watch(dwell, flags, first, true);
  }

  /// Watches a spot from the fix after `from` on, until it is left or, if asked, a stay.
  private Finding watch(Dwell dwell, Flagger flags, int from, boolean untilArrival) {
    Track track = flags.track();
    int previous = from;
    for (int fix = flags.nextGood(from + 1); fix >= 0; fix = flags.nextGood(fix + 1)) {
      long pause = track.millis(fix) - track.millis(previous);
      if (dwell.holds(fix)) {
        if (pause > silences.bridge().toMillis()) {
          return new Lost(previous, fix);
        }
        dwell.add(fix);
        if (untilArrival && dwell.hasKeptFor(minStay.toMillis(), flags)) {
          return new Arrival(
              dwell.settled(), dwell.settled(), track.millis(dwell.afterTheWayIn(flags)));
        }
      } else {
        dwell.miss(fix);
        double meters = track.metersBetween(previous, fix);
        if (silences.speaks(meters, pause) && !isStray(fix, dwell, flags)) {
          return afterSilence(new Pause(previous, fix, meters, pause), dwell, flags, untilArrival);
        }
        if (dwell.isLeft(fix)) {
          return new Left(dwell.firstOutside());
        }
      }
      previous = fix;
    }
    return new Ended(previous);
  }

  /// A single fix not far off, between two at the spot, is noise: phones that report a few times an
  /// hour do so roughly.
  private boolean isStray(int fix, Dwell dwell, Flagger flags) {
    if (dwell.outside() > 1 || dwell.metersFromCentre(fix) > returnMeters) {
      return false;
    }
    int next = flags.nextGood(fix + 1);
    return next >= 0 && dwell.holds(next);
  }

  private record Pause(int last, int next, double meters, long millis) {}

  private Finding afterSilence(Pause pause, Dwell dwell, Flagger flags, boolean untilArrival) {
    return switch (silences.meaning(pause.meters(), pause.millis())) {
      case Silence.Unknown() -> new Lost(pause.last(), pause.next());
      case Silence.Moved() -> new Left(dwell.firstOutside());
      case Silence.Stayed stayed when untilArrival -> stayedAt(pause, stayed, dwell, flags);
      case Silence.Stayed stayed -> {
        long until = flags.track().millis(pause.next()) - stayed.travelMillis();
        dwell.lastUntil(until, stayed.near() ? NEAR_CERTAINTY : FAR_CERTAINTY);
        yield new Left(pause.next());
      }
    };
  }

  /// On which side of a silence the stay was. A phone sleeps where it lies and wakes when carried
  /// off, so: before it, unless it was still moving then and is seen to keep still after.
  private Arrival stayedAt(Pause pause, Silence.Stayed stayed, Dwell dwell, Flagger flags) {
    Track track = flags.track();
    int settled = dwell.settledNear(pause.last(), flags);
    boolean slept = track.millis(pause.last()) - track.millis(settled) >= settle.toMillis();
    if (!slept && stayed.near() && isSeenStaying(pause.next(), flags)) {
      long start = track.millis(pause.last()) + stayed.travelMillis();
      return new Arrival(pause.last(), pause.next(), start);
    }
    return arrivalAt(settled, track);
  }

  private boolean isSeenStaying(int from, Flagger flags) {
    Track track = flags.track();
    Dwell dwell = new Dwell(this, track, from, track.millis(from));
    int previous = from;
    for (int fix = flags.nextGood(from + 1); fix >= 0; fix = flags.nextGood(fix + 1)) {
      if (track.millis(fix) - track.millis(previous) >= silences.silence().toMillis()) {
        return false;
      }
      if (dwell.holds(fix)) {
        dwell.add(fix);
        if (dwell.hasKeptFor(minStay.toMillis(), flags)) {
          return true;
        }
      } else {
        dwell.miss(fix);
        if (dwell.isLeft(fix)) {
          return false;
        }
      }
      previous = fix;
    }
    return false;
  }

  /// True when the next stay is this one again after a few steps outside.
  private boolean isReturn(Dwell dwell, Arrival next, Flagger flags) {
    Track track = flags.track();
    if (next.first() != flags.nextGood(next.cut())
        || !dwell.holds(next.first())
        || next.startMillis() - dwell.endMillis() > returnWithin.toMillis()) {
      return false;
    }
    for (int i = next.first(); i >= 0 && track.millis(i) >= dwell.endMillis(); ) {
      if (dwell.metersFromCentre(i) > returnMeters) {
        return false;
      }
      i = flags.previousGood(i);
    }
    return true;
  }

  private static Arrival arrivalAt(int fix, Track track) {
    return new Arrival(fix, fix, track.millis(fix));
  }
}
