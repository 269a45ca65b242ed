package polo.geo.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Checkpoint;
import polo.common.document.Gap;
import polo.common.document.Stay;
import polo.common.document.Trip;

/// A part of a timeline derived anew: it stands for everything that starts from `from` up to but
/// without `until`. Places are not settled in it, since they depend on all stays.
///
/// @param until absent when it reaches to the end of the record
public record Rederivation(
    Instant from,
    @Nullable Instant until,
    List<Stay> stays,
    List<Trip> trips,
    List<Gap> gaps,
    List<Checkpoint> checkpoints) {

  public Rederivation {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    gaps = List.copyOf(gaps);
    checkpoints = List.copyOf(checkpoints);
  }

  /// There is nothing from then on.
  static Rederivation ofNothing(Instant from) {
    return new Rederivation(from, null, List.of(), List.of(), List.of(), List.of());
  }

  /// True when something that starts then is replaced by what is here.
  public boolean replaces(Instant start) {
    return !start.isBefore(from) && (until == null || start.isBefore(until));
  }
}
