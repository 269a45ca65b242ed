package polo.common.document;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A trip's line in the month's index; the whole trip is a document of its own.
public record TripEntry(
    String id,
    Instant start,
    Instant end,
    @Nullable String fromStayId,
    @Nullable String toStayId,
    @Nullable String fromPlaceId,
    @Nullable String toPlaceId,
    double distanceMeters,
    TravelMode mode) {

  /// The line of a trip; its mode is that of the leg that goes furthest.
  public static TripEntry of(Trip trip) {
    TravelMode mode =
        trip.legs().stream()
            .max(comparingDouble(Leg::distanceMeters))
            .map(Leg::mode)
            .orElse(TravelMode.UNKNOWN);
    return new TripEntry(
        trip.id(),
        trip.start(),
        trip.end(),
        trip.fromStayId(),
        trip.toStayId(),
        trip.fromPlaceId(),
        trip.toPlaceId(),
        trip.distanceMeters(),
        mode);
  }

  /// The same line under another id, between stays of other ids.
  public TripEntry withIds(
      String newId, @Nullable String newFromStayId, @Nullable String newToStayId) {
    if (id.equals(newId)
        && Objects.equals(fromStayId, newFromStayId)
        && Objects.equals(toStayId, newToStayId)) {
      return this;
    }
    return new TripEntry(
        newId,
        start,
        end,
        newFromStayId,
        newToStayId,
        fromPlaceId,
        toPlaceId,
        distanceMeters,
        mode);
  }

  /// The same line between these places.
  public TripEntry withPlaces(@Nullable String newFromPlaceId, @Nullable String newToPlaceId) {
    if (Objects.equals(fromPlaceId, newFromPlaceId) && Objects.equals(toPlaceId, newToPlaceId)) {
      return this;
    }
    return new TripEntry(
        id, start, end, fromStayId, toStayId, newFromPlaceId, newToPlaceId, distanceMeters, mode);
  }
}
