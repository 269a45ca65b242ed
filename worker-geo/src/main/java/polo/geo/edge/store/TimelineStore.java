package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import polo.common.document.DocumentKey;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Reads a user's timeline and replaces it by compare-and-set.
///
/// Five steps, each of which may be the last of a worker that dies: what is gone is removed; trips
/// are written, before the months, since a derivation that finds its own cuts in the months ends
/// sooner and would not come by all trips again; the months are written, which is the commit; the
/// places' index and the head name what there is; then places and journeys are written. The job of
/// a dead worker comes again and finds something to do at the step it died in, never something it
/// can no longer see. A worker that loses a write to another does the whole derivation again. So
/// the last writer has seen every fix, without any lock.
final class TimelineStore {

  private final Documents documents;

  TimelineStore(Documents documents) {
    this.documents = documents;
  }

  /// The timeline as it is. `months` are looked for even when the head does not name them yet: a
  /// worker may have died before it wrote the head.
  StoredTimeline load(String userId, Collection<YearMonth> months) {
    Optional<Versioned<UserHead>> head = documents.read(DocumentKey.user(userId), UserHead.class);
    TreeSet<YearMonth> wanted = new TreeSet<>(months);
    head.ifPresent(found -> wanted.addAll(found.derived().months()));
    return new StoredTimeline(
        userId,
        head,
        months(userId, wanted),
        documents.read(DocumentKey.places(userId), PlacesIndex.class));
  }

  /// Makes the documents say what `after` says, and writes nothing that they say already.
  ///
  /// @throws ContendedException when someone else was faster; read again and derive again
  Changes save(StoredTimeline before, DerivedTimeline after, Map<String, Long> because) {
    ItemDocuments<Trip> trips = trips(before, after);
    ItemDocuments<Place> places = places(before, after);
    ItemDocuments<Journey> journeys = journeys(before, after);

    List<Write> removals = new ArrayList<>(trips.removals());
    removals.addAll(places.removals());
    removals.addAll(journeys.removals());
    write(removals);
    write(trips.writes(documents, because));
    write(months(before, after, because));
    write(names(before, after, because));
    List<Write> items = new ArrayList<>(places.writes(documents, because));
    items.addAll(journeys.writes(documents, because));
    write(items);
    return Changes.between(before, after, trips.changed());
  }

  private List<Write> names(
      StoredTimeline before, DerivedTimeline after, Map<String, Long> because) {
    String userId = before.userId();
    List<Write> writes = new ArrayList<>();
    documents
        .write(DocumentKey.places(userId), before.placesIndex(), index(after), because)
        .ifPresent(writes::add);
    documents
        .write(DocumentKey.user(userId), before.head(), head(before, after), because)
        .ifPresent(writes::add);
    return writes;
  }

  /// Trips derived anew, and those no month names any more.
  private ItemDocuments<Trip> trips(StoredTimeline before, DerivedTimeline after) {
    Map<DocumentKey, Trip> wanted = new HashMap<>();
    after
        .freshTrips()
        .forEach((id, trip) -> wanted.put(DocumentKey.trip(before.userId(), id), trip));
    Set<String> gone = tripIds(before.timeline());
    gone.removeAll(tripIds(after.months().values()));
    List<DocumentKey> named =
        gone.stream().map(id -> DocumentKey.trip(before.userId(), id)).toList();
    return ItemDocuments.of(wanted, named, documents, Trip.class);
  }

  private static Set<String> tripIds(Collection<TimelineMonth> months) {
    Set<String> ids = new HashSet<>();
    months.forEach(month -> month.trips().forEach(trip -> ids.add(trip.id())));
    return ids;
  }

  private void write(List<Write> writes) {
    List<WriteResult> results = documents.store().writeAll(writes);
    for (int i = 0; i < writes.size(); i++) {
      if (!Writes.isWritten(results.get(i))) {
        throw new ContendedException(writes.get(i).key().value());
      }
    }
  }

  private List<Write> months(
      StoredTimeline before, DerivedTimeline after, Map<String, Long> because) {
    List<Write> writes = new ArrayList<>();
    after
        .months()
        .forEach((month, news) ->
            documents
                .write(
                    DocumentKey.timeline(before.userId(), month),
                    Optional.ofNullable(before.months().get(month)),
                    news,
                    because)
                .ifPresent(writes::add));
    return writes;
  }

  private ItemDocuments<Place> places(StoredTimeline before, DerivedTimeline after) {
    Map<DocumentKey, Place> wanted = new HashMap<>();
    after
        .places()
        .forEach(place -> wanted.put(DocumentKey.place(before.userId(), place.id()), place));
    List<DocumentKey> named =
        before.placeIds().stream().map(id -> DocumentKey.place(before.userId(), id)).toList();
    return ItemDocuments.of(wanted, named, documents, Place.class);
  }

  private ItemDocuments<Journey> journeys(StoredTimeline before, DerivedTimeline after) {
    Map<DocumentKey, Journey> wanted = new HashMap<>();
    after
        .journeys()
        .forEach(
            journey -> wanted.put(DocumentKey.journey(before.userId(), journey.id()), journey));
    List<DocumentKey> named =
        before.journeyIds().stream().map(id -> DocumentKey.journey(before.userId(), id)).toList();
    return ItemDocuments.of(wanted, named, documents, Journey.class);
  }

  private static PlacesIndex index(DerivedTimeline after) {
    return new PlacesIndex(
        after.places().stream()
            .map(place ->
                new PlacesIndex.Entry(
                    place.id(), place.lat(), place.lon(), place.radiusMeters(), place.visits()))
            .toList());
  }

  /// Months that only hold photos stay named.
  private static UserHead head(StoredTimeline before, DerivedTimeline after) {
    TreeSet<YearMonth> months = new TreeSet<>(after.months().keySet());
    before.head().ifPresent(head -> months.addAll(head.derived().months()));
    TreeSet<String> devices = new TreeSet<>();
    after.months().values().forEach(month -> devices.addAll(month.chunks().keySet()));
    return new UserHead(
        before.userId(),
        List.copyOf(months),
        List.copyOf(devices),
        after.homePlaceId(),
        after.journeys().stream().map(Journey::id).toList());
  }

  private SortedMap<YearMonth, Versioned<TimelineMonth>> months(
      String userId, Collection<YearMonth> wanted) {
    List<DocumentKey> keys =
        wanted.stream().map(month -> DocumentKey.timeline(userId, month)).toList();
    SortedMap<YearMonth, Versioned<TimelineMonth>> months = new TreeMap<>();
    documents
        .readAll(keys, TimelineMonth.class)
        .forEach((_, month) -> months.put(month.derived().month(), month));
    return months;
  }
}
