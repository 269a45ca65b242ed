package polo.geo.edge.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import polo.common.document.DocumentKey;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.TripEntry;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;

/// What the documents of a user show.
record Shown(
    List<TimelineMonth> months,
    List<Stay> stays,
    List<TripEntry> trips,
    List<Trip> tripDocuments,
    List<Place> places,
    List<Journey> journeys,
    PlacesIndex placesIndex) {

  static Shown of(DocumentStore store, String userId) {
    List<TimelineMonth> months = all(store, userId, "timeline", TimelineMonth.class);
    return new Shown(
        months,
        months.stream().flatMap(month -> month.stays().stream()).toList(),
        months.stream().flatMap(month -> month.trips().stream()).toList(),
        all(store, userId, "trip", Trip.class),
        all(store, userId, "place", Place.class),
        all(store, userId, "journey", Journey.class),
        new Documents(store)
            .read(DocumentKey.places(userId), PlacesIndex.class)
            .orElseThrow()
            .derived());
  }

  /// What there is, whatever it is called.
  List<String> withoutIds() {
    List<String> lines = new ArrayList<>();
    stays.forEach(
        stay -> lines.add(stay.withId("").withPlace(null) + " " + (stay.placeId() != null)));
    trips.forEach(trip -> lines.add(trip.withIds("", null, null).withPlaces(null, null) + ""));
    months.forEach(month -> lines.add(month.gaps() + " " + month.checkpoints()));
    places.forEach(place -> lines.add(place.withId("").withAliases(List.of()) + ""));
    journeys.forEach(
        journey -> lines.add(journey.with("", journey.title(), List.of(), List.of()) + ""));
    Collections.sort(lines);
    return lines;
  }

  /// Of everything.
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    stays.forEach(stay -> ids.add("stay " + stay.id()));
    trips.forEach(trip -> ids.add("trip " + trip.id()));
    places.forEach(place -> ids.add("place " + place.id()));
    places.forEach(place -> place.aliases().forEach(alias -> ids.add("place " + alias)));
    journeys.forEach(journey -> ids.add("journey " + journey.id()));
    return ids;
  }

  /// Ids that something refers to and nothing has.
  Set<String> strayReferences() {
    Set<String> stray = new TreeSet<>();
    for (TripEntry trip : trips) {
      stray.add("stay " + trip.fromStayId());
      stray.add("stay " + trip.toStayId());
      stray.add("place " + trip.fromPlaceId());
      stray.add("place " + trip.toPlaceId());
      stray.add("trip " + trip.id());
    }
    for (Trip trip : tripDocuments) {
      stray.add("stay " + trip.fromStayId());
      stray.add("stay " + trip.toStayId());
      stray.add("trip " + trip.id());
    }
    stays.forEach(stay -> stray.add("place " + stay.placeId()));
    for (Journey journey : journeys) {
      journey.stayIds().forEach(id -> stray.add("stay " + id));
      journey.tripIds().forEach(id -> stray.add("trip " + id));
    }
    stray.removeIf(id -> id.endsWith(" null"));
    stray.removeAll(ids());
    return stray;
  }

  private static <D> List<D> all(DocumentStore store, String userId, String kind, Class<D> type) {
    Documents documents = new Documents(store);
    return store.keys(DocumentKey.prefix(kind, userId), null, Integer.MAX_VALUE).stream()
        .map(key -> documents.read(key, type).orElseThrow().derived())
        .toList();
  }
}
