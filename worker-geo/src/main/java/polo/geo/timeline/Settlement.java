package polo.geo.timeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedId;
import polo.common.document.CarriedPlace;
import polo.common.document.Journey;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.document.TripEntry;

/// What depends on all of a user's stays: which places there are, which stay is a visit of which,
/// where home is, and the journeys away from it.
///
/// @param stays with their places, by the ids to show
/// @param trips with the places they join, by the ids to show
/// @param labels from the ids derived to those to show
/// @param pinned the stays and trips that have to do with pins, by kind and id
/// @param places by id, with their addresses
/// @param homePlaceId absent until a night was seen at a place
/// @param journeys by start
/// @param carriedJourneys ids that journeys keep from earlier derivations
/// @param carriedPlaces ids that places keep from earlier derivations, by id
public record Settlement(
    List<Stay> stays,
    List<TripEntry> trips,
    ItemLabels labels,
    List<PinnedItem> pinned,
    List<Place> places,
    @Nullable String homePlaceId,
    List<Journey> journeys,
    List<CarriedId> carriedJourneys,
    List<CarriedPlace> carriedPlaces) {

  public Settlement {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    pinned = List.copyOf(pinned);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
    carriedJourneys = List.copyOf(carriedJourneys);
    carriedPlaces = List.copyOf(carriedPlaces);
  }

  /// These trips, by the ids they were derived with, as they are settled.
  public List<Trip> settled(List<Trip> derived) {
    Map<String, TripEntry> entries =
        trips.stream().collect(Collectors.toMap(TripEntry::id, entry -> entry));
    return derived.stream()
        .map(labels::labelled)
        .map(trip -> trip.joining(Objects.requireNonNull(entries.get(trip.id()))))
        .toList();
  }
}
