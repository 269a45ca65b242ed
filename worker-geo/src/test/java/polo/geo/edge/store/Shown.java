package polo.geo.edge.store;

import java.util.List;
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

  private static <D> List<D> all(DocumentStore store, String userId, String kind, Class<D> type) {
    Documents documents = new Documents(store);
    return store.keys(DocumentKey.prefix(kind, userId), null, Integer.MAX_VALUE).stream()
        .map(key -> documents.read(key, type).orElseThrow().derived())
        .toList();
  }
}
