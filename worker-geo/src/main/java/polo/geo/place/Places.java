package polo.geo.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.document.TripEntry;

/// The places of a user, and which stay is a visit of which.
///
/// @param all by id
/// @param placeIds by stay id; stays at no place have none
public record Places(List<Place> all, Map<String, String> placeIds) {

  public Places {
    all = List.copyOf(all);
    placeIds = Map.copyOf(placeIds);
  }

  /// The place a stay is a visit of; null for no stay, and for a stay at no place.
  public @Nullable String placeIdOf(@Nullable String stayId) {
    return stayId == null ? null : placeIds.get(stayId);
  }

  /// The stay with its place, as found now.
  public Stay settled(Stay stay) {
    return stay.withPlace(placeIdOf(stay.id()));
  }

  /// The trip with the places of the stays it joins, as found now.
  public Trip settled(Trip trip) {
    return trip.withPlaces(placeIdOf(trip.fromStayId()), placeIdOf(trip.toStayId()));
  }

  /// The same for a trip's line in the month's index.
  public TripEntry settled(TripEntry trip) {
    return trip.withPlaces(placeIdOf(trip.fromStayId()), placeIdOf(trip.toStayId()));
  }
}
