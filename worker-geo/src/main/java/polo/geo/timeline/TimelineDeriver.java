package polo.geo.timeline;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import polo.common.document.Checkpoint;
import polo.geo.track.Track;

/// Derives a timeline from a track.
///
/// **The recipe.** A track is read left to right in segments: one stay, the movement after it, and
/// what ends that movement ([Segmenter]). Each segment begins where the next stay begins, or after
/// a silence of which nobody knows the meaning, and is read with empty memory. Where it begins is a
/// cut point, recorded as a [Checkpoint]: the cut (`at`) and the last fix anybody looked at to
/// decide on it and on all cuts before it (`decidedAt`).
///
/// **Order of arrival does not matter**, since all is a pure function of the set of fixes. Ids too:
/// those of stays and trips are the smallest hash of their ticks ([polo.geo.track.Fingerprint]), so
/// that an id survives a change with the chance of the time in common; those of places say where
/// they are ([polo.geo.place.PlaceFinder]).
///
/// **A part is derived anew** ([#rederive]) from the last cut that was decided before the first
/// change: up to there nothing can differ. It ends at the first cut after the last change that was
/// there before: from an equal cut on, equal fixes are read with empty memory. In fact it begins
/// one cut earlier, since the trip before a stay names it, and reads the stay after the end for its
/// name. The cost is the change and a few stays around it; the answer is the same as if all had
/// been derived at once.
public record TimelineDeriver(DerivationSettings settings) {

  public static final TimelineDeriver DEFAULT = new TimelineDeriver(DerivationSettings.DEFAULT);

  /// All of it at once.
  public Timeline derive(Track track) {
    if (track.size() == 0) {
      return Timeline.EMPTY;
    }
    Checkpoint start = new Checkpoint(track.at(0), track.at(0));
    Rederivation all = read(Window.of(track), start, _ -> false);
    return Timeline.EMPTY.with(track.userId(), all, settings.places());
  }

  /// The part that a change touches.
  ///
  /// @param fixes as they are after the change
  /// @param known the checkpoints of the timeline so far: all, or all from two before the change on
  public Rederivation rederive(UserFixes fixes, Change change, List<Checkpoint> known) {
    return rederive(fixes, change, known, Set.of());
  }

  /// The part that a change touches, in a timeline that other versions made in part. What follows a
  /// cut of theirs is theirs, so it is enough to begin a segment at the same moment: there the two
  /// join. Until all is of one version it may then differ around the joint from what would be
  /// derived at once; deriving the older part anew goes on until the newer agrees.
  ///
  /// @param foreign the moments of the cuts that other versions made
  public Rederivation rederive(
      UserFixes fixes, Change change, List<Checkpoint> known, Set<Instant> foreign) {
    List<Checkpoint> sorted = known.stream().sorted(comparing(Checkpoint::at)).toList();
    Checkpoint start = start(sorted, change.first());
    Set<Checkpoint> before = new HashSet<>(sorted);
    Window window = Window.of(fixes.userId(), fixes.from(start.at()));
    return read(
        window,
        start,
        cut ->
            cut.at().isAfter(change.last())
                && (before.contains(cut) || foreign.contains(cut.at())));
  }

  /// One cut before the last that was decided before the change; without one, no later than the
  /// first fix there is.
  private static Checkpoint start(List<Checkpoint> known, Instant change) {
    int decided = 0;
    while (decided < known.size() && known.get(decided).decidedAt().isBefore(change)) {
      decided++;
    }
    if (decided > 0) {
      return known.get(Math.max(0, decided - 2));
    }
    Instant first =
        known.isEmpty() || change.isBefore(known.getFirst().at()) ? change : known.getFirst().at();
    return new Checkpoint(first, first);
  }

  private Rederivation read(Window window, Checkpoint start, Predicate<Checkpoint> isSynchronised) {
    Segmenter segmenter = new Segmenter(settings);
    if (window.isEmpty() && !window.grow()) {
      return Rederivation.ofNothing(start.at());
    }
    SegmentChain chain = new SegmentChain(start.at(), notBefore(window.track().at(0), start));
    Segment segment = next(window, segmenter);
    while (segment.next() >= 0) {
      chain.add(segment);
      window.moveTo(segment.next());
      boolean ends =
          chain.cut(window.track().at(segment.next())) && isSynchronised.test(chain.lastCut());
      segment = next(window, segmenter);
      if (ends) {
        return chain.upTo(segment);
      }
    }
    chain.add(segment);
    return chain.toTheEnd();
  }

  /// A record begins with its first fix, however early the change is said to begin.
  private static Checkpoint notBefore(Instant firstFix, Checkpoint start) {
    return firstFix.isAfter(start.at()) ? new Checkpoint(firstFix, firstFix) : start;
  }

  private static Segment next(Window window, Segmenter segmenter) {
    if (window.isEmpty()) {
      window.grow();
    }
    Segment segment = segmenter.segment(window.track(), window.position());
    while (!segment.isFinal() && window.grow()) {
      segment = segmenter.segment(window.track(), window.position());
    }
    return segment;
  }
}
