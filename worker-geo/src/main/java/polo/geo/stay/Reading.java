package polo.geo.stay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.geo.stay.Finding.Arrival;
import polo.geo.stay.Finding.Ended;
import polo.geo.stay.Finding.Left;
import polo.geo.stay.Finding.Lost;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// One reading of one stretch: a stay if it begins with one, then the way with its waits, up to the
/// next stay.
///
/// A dwell that the stretch begins with is a stay, however short: nothing is known of a way to it.
/// So what a stay or a wait is on the way may depend on how it was reached, and reading afresh from
/// a stay still finds it.
final class Reading {

  static final double NEAR_CERTAINTY = 0.85;
  static final double FAR_CERTAINTY = 0.5;

  private final StayDetector rules;
  private final Flagger flags;
  private final Track track;
  private final List<Halt> halts = new ArrayList<>();

  Reading(StayDetector rules, Flagger flags) {
    this.rules = rules;
    this.flags = flags;
    this.track = flags.track();
  }

  Stretch stretch() {
    long least = rules.minStay().toMillis();
    if (!(probe(flags, flags.from(), least) instanceof Arrival arrival) || !isAtStart(arrival)) {
      return new Stretch(null, halts, search(flags.from(), null));
    }
    Dwell stay = new Dwell(rules, track, arrival.first(), arrival.startMillis());
    Finding onward = follow(stay, arrival.first());
    while (onward instanceof Arrival next && isReturn(stay, next)) {
      halts.clear();
      stay.add(next.first());
      onward = follow(stay, next.first());
    }
    return new Stretch(stay.visit(least, flags), halts, onward);
  }

  private boolean isAtStart(Arrival arrival) {
    return track.firstOfItsMoment(arrival.cut()) <= flags.from();
  }

  /// Follows a stay until it is left, and on to what comes next.
  private Finding follow(Dwell stay, int from) {
    Finding finding = watch(stay, flags, from, Long.MAX_VALUE, false);
    return finding instanceof Left left ? search(left.next(), stay) : finding;
  }

  /// The next stay, or where the track is lost or ends.
  private Finding search(int from, @Nullable Dwell left) {
    int at = from;
    while (true) {
      Finding found = probe(flags, at, rules.waits().least().toMillis());
      if (found instanceof Left step) {
        rules.waits().unheard(step.next(), flags).ifPresent(halts::add);
      }
      Finding onward = found instanceof Arrival dwell ? pastUnlessStay(dwell, left) : found;
      if (!(onward instanceof Left(int next))) {
        return onward;
      }
      at = next;
    }
  }

  /// A stay where one begins; what comes after a dwell that is none.
  private Finding pastUnlessStay(Arrival arrival, @Nullable Dwell left) {
    Dwell dwell = new Dwell(rules, track, arrival.first(), arrival.startMillis());
    long most = rules.waits().mostAfoot().toMillis();
    Finding onward = watch(dwell, flags, arrival.first(), most, false);
    if (dwell.hasKeptFor(rules.minStay().toMillis(), flags) || dwell.endsInSilence()) {
      if (!(confirmed(arrival) instanceof Arrival stay)) {
        return new Left(arrival.first() + 1);
      }
      if (!(onward instanceof Left) || left != null && isReturn(left, stay) || !isWait(dwell)) {
        return stay;
      }
    }
    if (onward instanceof Left) {
      dwell.halt(flags).ifPresent(halts::add);
    }
    return onward;
  }

  private boolean isWait(Dwell dwell) {
    return rules.waits().isWait(dwell.visit(rules.waits().least().toMillis(), flags), flags);
  }

  /// Reads afresh from where a stay seems to begin. When that finds it to begin later, from there.
  private Finding confirmed(Arrival arrival) {
    int cut = track.firstOfItsMoment(arrival.cut());
    while (cut > flags.from()) {
      Finding again = probe(flags.afresh(cut), cut, rules.minStay().toMillis());
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

  /// Looks for a dwell of at least so long. `reader` may begin later than this reading.
  private Finding probe(Flagger reader, int from, long leastMillis) {
    int first = reader.nextGood(from);
    if (first < 0) {
      return new Ended(reader.previousGood(from));
    }
    Dwell dwell = new Dwell(rules, track, first, track.millis(first));
    return watch(dwell, reader, first, leastMillis, true);
  }

  /// Watches a spot from the fix after `from` on, until it is left or was kept to for so long. What
  /// a silence means is a question of where the stay was when probing, and else of how long.
  private Finding watch(
      Dwell dwell, Flagger reader, int from, long enoughMillis, boolean isProbing) {
    SilenceRules silences = rules.silences();
    int previous = from;
    for (int fix = reader.nextGood(from + 1); fix >= 0; fix = reader.nextGood(fix + 1)) {
      long pause = track.millis(fix) - track.millis(previous);
      if (dwell.holds(fix)) {
        if (pause > silences.bridge().toMillis()) {
          return new Lost(previous, fix);
        }
        dwell.add(fix);
        if (dwell.hasKeptFor(enoughMillis, reader)) {
          return new Arrival(dwell.settled(), dwell.settled(), dwell.arrivalMillis(reader));
        }
      } else {
        dwell.miss(fix);
        double meters = track.metersBetween(previous, fix);
        if (silences.speaks(meters, pause) && !isStray(fix, dwell, reader)) {
          Pause silent = new Pause(previous, fix, meters, pause);
          return afterSilence(silent, dwell, reader, isProbing);
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
  private boolean isStray(int fix, Dwell dwell, Flagger reader) {
    if (dwell.outside() > 1 || dwell.metersFromCentre(fix) > rules.returnMeters()) {
      return false;
    }
    int next = reader.nextGood(fix + 1);
    return next >= 0 && dwell.holds(next);
  }

  private record Pause(int last, int next, double meters, long millis) {}

  private Finding afterSilence(Pause pause, Dwell dwell, Flagger reader, boolean isProbing) {
    int settled = dwell.settledNear(pause.last(), reader);
    long rested = track.millis(pause.last()) - track.millis(settled);
    return switch (rules.silences().meaning(pause.meters(), pause.millis(), rested)) {
      case Silence.Unknown() -> new Lost(pause.last(), pause.next());
      case Silence.Moved() -> new Left(dwell.firstOutside());
      case Silence.Stayed stayed when isProbing -> stayedAt(pause, stayed, settled, reader);
      case Silence.Stayed stayed -> {
        long until = track.millis(pause.next()) - stayed.travelMillis();
        dwell.lastUntil(until, stayed.near() ? NEAR_CERTAINTY : FAR_CERTAINTY);
        yield new Left(pause.next());
      }
    };
  }

  /// On which side of a silence the stay was. A phone sleeps where it lies and wakes when carried
  /// off, so: before it, unless it was still moving then and is seen to keep still after.
  private Arrival stayedAt(Pause pause, Silence.Stayed stayed, int settled, Flagger reader) {
    long rested = track.millis(pause.last()) - track.millis(settled);
    boolean slept = rested >= rules.silences().settle().toMillis();
    if (!slept && stayed.near() && isSeenStaying(pause.next(), reader)) {
      long start = track.millis(pause.last()) + stayed.travelMillis();
      return new Arrival(pause.last(), pause.next(), start);
    }
    return arrivalAt(settled);
  }

  private boolean isSeenStaying(int from, Flagger reader) {
    Dwell dwell = new Dwell(rules, track, from, track.millis(from));
    int previous = from;
    for (int fix = reader.nextGood(from + 1); fix >= 0; fix = reader.nextGood(fix + 1)) {
      if (track.millis(fix) - track.millis(previous) >= rules.silences().silence().toMillis()) {
        return false;
      }
      if (dwell.holds(fix)) {
        dwell.add(fix);
        if (dwell.hasKeptFor(rules.minStay().toMillis(), reader)) {
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
  private boolean isReturn(Dwell dwell, Arrival next) {
    if (next.first() != flags.nextGood(next.cut())
        || !dwell.holds(next.first())
        || next.startMillis() - dwell.endMillis() > rules.returnWithin().toMillis()) {
      return false;
    }
    for (int i = next.first(); i >= 0 && track.millis(i) >= dwell.endMillis(); ) {
      if (dwell.metersFromCentre(i) > rules.returnMeters()) {
        return false;
      }
      i = flags.previousGood(i);
    }
    return true;
  }

  private Arrival arrivalAt(int fix) {
    return new Arrival(fix, fix, track.millis(fix));
  }
}
