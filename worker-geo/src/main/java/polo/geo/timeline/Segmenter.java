package polo.geo.timeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Gap;
import polo.common.document.Trip;
import polo.geo.stay.Finding;
import polo.geo.stay.Finding.Arrival;
import polo.geo.stay.Finding.Lost;
import polo.geo.stay.Stretch;
import polo.geo.stay.Visit;
import polo.geo.track.Fingerprint;
import polo.geo.track.Flagger;
import polo.geo.track.Track;
import polo.geo.trip.Movement;

/// Makes one segment of a track: flag outliers, find the stay and what ends it, make a trip of the
/// movement. Knows nothing of what lies before, and says how far ahead it had to look.
record Segmenter(DerivationSettings settings) {

  Segment segment(Track track, int from) {
    Flagger flags = settings.outliers().flagger(track, from);
    Stretch stretch = settings.stays().read(flags);
    Visit visit = stretch.visit();
    Finding onward = stretch.onward();
    return new Segment(
        visit == null ? null : visit.toStay(track),
        trip(stretch, flags).orElse(null),
        gap(onward, track),
        onward instanceof Arrival,
        onward.restart(track),
        track.at(flags.furthest()),
        !flags.sawEnd());
  }

  Optional<Trip> trip(Stretch stretch, Flagger flags) {
    Visit visit = stretch.visit();
    Finding onward = stretch.onward();
    int first = visit == null ? flags.nextGood(flags.from()) : visit.last();
    int last = onward.reached();
    if (first < 0 || last < first) {
      return Optional.empty();
    }
    Track track = flags.track();
    long start = visit == null ? track.millis(first) : visit.endMillis();
    if (onward instanceof Arrival arrival && start >= track.millis(arrival.cut())) {
      // All of the way lies after the cut, in the silence the next segment begins with. Items
      // belong
      // to the segment they start in, so it would be taken for one of the next.
      return Optional.empty();
    }
    long end = onward instanceof Arrival arrival ? arrival.startMillis() : track.millis(last);
    boolean reaches = onward instanceof Arrival;
    Movement movement =
        new Movement(first, last, start, end, visit != null, reaches, stretch.halts());
    return settings.trips().tripOf(movement, flags);
  }

  private static @Nullable Gap gap(Finding onward, Track track) {
    return onward instanceof Lost(int last, int next)
        ? new Gap(Fingerprint.of(track, last, last + 1).id('g'), track.at(last), track.at(next))
        : null;
  }
}
