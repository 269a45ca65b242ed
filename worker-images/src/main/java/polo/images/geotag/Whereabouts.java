package polo.images.geotag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Stay;
import polo.common.document.TripEntry;
import polo.common.time.TimeSpan;

/// What the user was doing at an instant, by the stored timeline: staying somewhere, or on a trip.
/// Both are absent in a gap.
public record Whereabouts(@Nullable Stay stay, @Nullable TripEntry trip) {

  public static final Whereabouts UNKNOWN = new Whereabouts(null, null);

  /// The stay or trip that contains the instant. Where a stay ends and a trip begins, the trip has
  /// begun.
  public static Whereabouts at(Instant instant, List<Stay> stays, List<TripEntry> trips) {
    Optional<Stay> stay =
        stays.stream()
            .filter(item -> new TimeSpan(item.start(), item.end()).contains(instant))
            .findFirst();
    if (stay.isPresent()) {
      return new Whereabouts(stay.get(), null);
    }
    return trips.stream()
        .filter(item -> new TimeSpan(item.start(), item.end()).contains(instant))
        .findFirst()
        .map(trip -> new Whereabouts(null, trip))
        .orElse(UNKNOWN);
  }

  public @Nullable String stayId() {
    return stay == null ? null : stay.id();
  }

  public @Nullable String placeId() {
    return stay == null ? null : stay.placeId();
  }

  public @Nullable String tripId() {
    return trip == null ? null : trip.id();
  }
}
