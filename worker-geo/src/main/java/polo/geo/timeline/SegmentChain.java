package polo.geo.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Checkpoint;
import polo.common.document.Gap;
import polo.common.document.Stay;
import polo.common.document.Trip;

/// Joins segments: each trip learns which stays it leaves and reaches, and each cut when it and all
/// before it were decided.
final class SegmentChain {

  private final Instant from;
  private final List<Stay> stays = new ArrayList<>();
  private final List<Trip> trips = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private @Nullable Segment last;
  private Instant decidedAt;
  private boolean isFinal = true;

  /// Stands for all from `from` on, where the first cut may be later.
  SegmentChain(Instant from, Checkpoint start) {
    this.from = from;
    this.decidedAt = start.decidedAt();
    checkpoints.add(start);
  }

  void add(Segment segment) {
    completeLastTrip(segment.stay());
    if (segment.stay() != null) {
      stays.add(segment.stay());
    }
    if (segment.gap() != null) {
      gaps.add(segment.gap());
    }
    decidedAt = later(decidedAt, segment.decidedAt());
    isFinal = isFinal && segment.isFinal();
    last = segment;
  }

  /// The next segment begins at `at`. Records the cut, unless fixes yet to come may move it.
  boolean cut(Instant at) {
    if (isFinal) {
      checkpoints.add(new Checkpoint(at, decidedAt));
    }
    return isFinal;
  }

  Checkpoint lastCut() {
    return checkpoints.getLast();
  }

  /// Ends before the last cut. The segment there stays as it was; only the stay's name is of use.
  Rederivation upTo(Segment following) {
    completeLastTrip(following.stay());
    Checkpoint until = checkpoints.removeLast();
    return new Rederivation(from, until.at(), stays, trips, gaps, checkpoints);
  }

  Rederivation toTheEnd() {
    completeLastTrip(null);
    return new Rederivation(from, null, stays, trips, gaps, checkpoints);
  }

  private void completeLastTrip(@Nullable Stay following) {
    if (last != null && last.trip() != null) {
      String reached = last.reaches() ? id(following) : null;
      trips.add(last.trip().withStays(id(last.stay()), reached));
    }
  }

  private static @Nullable String id(@Nullable Stay stay) {
    return stay == null ? null : stay.id();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
