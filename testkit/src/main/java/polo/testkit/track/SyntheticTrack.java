package polo.testkit.track;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import polo.common.earth.Fix;

/// What a phone recorded, with what truly happened.
///
/// @param fixes in time order, no two at the same millisecond
/// @param lies the times of the fixes that are far off and claim not to be
public record SyntheticTrack(List<Fix> fixes, Truth truth, Set<Instant> lies) {

  public SyntheticTrack {
    fixes = List.copyOf(fixes);
    lies = Set.copyOf(lies);
  }

  public static SyntheticTrack of(Itinerary itinerary, Phone phone, long seed) {
    return phone.record(itinerary.travel(seed), seed);
  }
}
