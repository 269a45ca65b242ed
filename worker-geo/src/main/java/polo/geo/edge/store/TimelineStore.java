package polo.geo.edge.store;

import static java.util.Comparator.comparing;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import polo.common.document.DerivationVersion;
import polo.common.document.DocumentKey;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Revision;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.geo.timeline.Predecessor;

/// Reads a user's timeline and replaces it by compare-and-set.
///
/// Four steps, each of which may be the last of a worker that dies: what is gone is removed; the
/// months are written, which is the commit; the places' index and the head name what there is; then
/// trips, places and journeys are written. The job of a dead worker comes again and finds something
/// to do at the step it died in, never something it can no longer see. A worker that loses a write
/// to another does the whole derivation again. So the last writer has seen every fix, without any
/// lock. Only trips that pins gave other ids are written before the months: a successor that finds
/// the months as pins want them would not come by them again.
///
/// Two things are not seen by losing a write: that while items were being created, another worker
/// came and decided that they should not be; and that another changed a month in which this one had
/// nothing to write. So everyone looks once more whether all that names items is as it was left.
/// Should a worker die before that, deriving all anew finds what nothing names.
final class TimelineStore {

  private final Documents documents;
  private final KnownDocuments known;

  TimelineStore(Documents documents) {
    this.documents = documents;
    this.known = new KnownDocuments(documents);
  }

  /// The timeline as it is. `months` are looked for even when the head does not name them yet: a
  /// worker may have died before it wrote the head.
  ///
  /// @param stray items' documents that may be there though nothing names them
  StoredTimeline load(String userId, Collection<YearMonth> months, Set<DocumentKey> stray) {
    Optional<Versioned<UserHead>> head = documents.read(DocumentKey.user(userId), UserHead.class);
    TreeSet<YearMonth> wanted = new TreeSet<>(months);
    head.ifPresent(found -> wanted.addAll(found.derived().months()));
    return new StoredTimeline(
        userId,
        head,
        months(userId, wanted),
        documents.read(DocumentKey.places(userId), PlacesIndex.class),
        stray);
  }

  /// What the timeline said, when another version is about to be followed by this one: places and
  /// journeys have their ids to pass on. Absent when there is no such thing.
  Optional<Predecessor> predecessor(
      StoredTimeline before, DerivationVersion version, boolean replacesForeign) {
    boolean isForeign =
        before.placesIndex().filter(i -> !i.derived().madeBy().equals(version)).isPresent();
    if (!replacesForeign && !isForeign) {
      return Optional.empty();
    }
    List<Stay> stays = new ArrayList<>();
    before.timeline().forEach(month -> stays.addAll(month.stays()));
    return Optional.of(
        new Predecessor(
            stays,
            before.placesIndex().map(index -> index.derived().places()).orElse(List.of()),
            known.readAll(before.journeys(), Journey.class).values().stream()
                .map(Versioned::derived)
                .toList()));
  }

  /// The documents of all items there are, named or not.
  Set<DocumentKey> allItems(String userId) {
    Set<DocumentKey> all = new HashSet<>();
    for (String kind : List.of("trip", "place", "journey")) {
      all.addAll(documents.store().keys(DocumentKey.prefix(kind, userId), null, Integer.MAX_VALUE));
    }
    return all;
  }

  /// Makes the documents say what `after` says, and writes nothing that they say already.
  ///
  /// @throws ContendedException when someone else was faster; read again and derive again
  Changes save(StoredTimeline before, DerivedTimeline after, Map<String, Long> because) {
    Items items = new Items(trips(before, after), places(before, after), journeys(before, after));
    try {
      save(items, before, after, because);
    } catch (ContendedException contended) {
      throw new ContendedException(contended.what(), items.keys());
    }
    return Changes.between(before, after, items.trips().changed());
  }

  /// All items that are to be written or to go.
  private record Items(
      ItemDocuments<Trip> trips, ItemDocuments<Place> places, ItemDocuments<Journey> journeys) {

    List<Write> removals() {
      return kinds().flatMap(kind -> kind.removals().stream()).toList();
    }

    List<Write> writes(Documents documents, Map<String, Long> because, boolean alsoTrips) {
      Stream<ItemDocuments<?>> kinds = alsoTrips ? kinds() : Stream.of(places, journeys);
      return kinds.flatMap(kind -> kind.writes(documents, because).stream()).toList();
    }

    Set<DocumentKey> keys() {
      return kinds()
          .flatMap(kind -> Stream.concat(kind.wanted().keySet().stream(), kind.dropped().stream()))
          .collect(Collectors.toSet());
    }

    private Stream<ItemDocuments<?>> kinds() {
      return Stream.of(trips, places, journeys);
    }
  }

  private void save(
      Items items, StoredTimeline before, DerivedTimeline after, Map<String, Long> because) {
    write(items.removals());
    if (after.relabelled()) {
      write(items.trips().writes(documents, because));
    }
    Map<DocumentKey, Revision> names = before.revisions();
    names.putAll(write(months(before, after, because)));
    names.putAll(write(names(before, after, because)));
    write(items.writes(documents, because, !after.relabelled()));
    checkUnchanged(names);
    checkGone(items.trips(), Trip.class);
    checkGone(items.places(), Place.class);
    checkGone(items.journeys(), Journey.class);
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

  /// Throws when what names items is no longer as this worker read or left it: places and journeys
  /// were found in all months, also in those it had nothing to write in.
  private void checkUnchanged(Map<DocumentKey, Revision> names) {
    Map<DocumentKey, Revision> now = documents.store().revisions(names.keySet());
    names.forEach((key, revision) -> {
      if (!revision.equals(now.get(key))) {
        throw new ContendedException(key.value());
      }
    });
  }

  /// Throws when one of the items that should be gone is there again.
  private <D> void checkGone(ItemDocuments<D> items, Class<D> type) {
    List<Write> back =
        ItemDocuments.of(Map.<DocumentKey, D>of(), items.dropped(), known, type).removals();
    if (!back.isEmpty()) {
      throw new ContendedException(back.getFirst().key().value());
    }
  }

  /// Trips derived anew, and those no month names any more.
  private ItemDocuments<Trip> trips(StoredTimeline before, DerivedTimeline after) {
    Map<DocumentKey, Trip> wanted = new HashMap<>();
    after
        .freshTrips()
        .forEach((id, trip) -> wanted.put(DocumentKey.trip(before.userId(), id), trip));
    Set<DocumentKey> gone = before.stray("trip");
    if (!gone.isEmpty()) {
      gone.removeAll(tripsOf(before.userId(), after.months().values()));
    }
    gone.addAll(tripsOf(before.userId(), before.monthsOtherThan(after)));
    gone.removeAll(tripsOf(before.userId(), after.monthsOtherThan(before)));
    return ItemDocuments.of(wanted, gone, known, Trip.class);
  }

  private static Set<DocumentKey> tripsOf(String userId, Collection<TimelineMonth> months) {
    Set<DocumentKey> keys = new HashSet<>();
    months.forEach(
        month -> month.trips().forEach(trip -> keys.add(DocumentKey.trip(userId, trip.id()))));
    return keys;
  }

  /// In the order of keys, so that equal work is done in equal steps. Answers the new revisions.
  private Map<DocumentKey, Revision> write(List<Write> unsorted) {
    List<Write> writes = unsorted.stream().sorted(comparing(Write::key)).toList();
    List<WriteResult> results = documents.store().writeAll(writes);
    Map<DocumentKey, Revision> revisions = new HashMap<>();
    for (int i = 0; i < writes.size(); i++) {
      DocumentKey key = writes.get(i).key();
      if (!Writes.isWritten(results.get(i))) {
        throw new ContendedException(key.value());
      }
      if (results.get(i) instanceof WriteResult.Written(Revision revision)) {
        revisions.put(key, revision);
      }
    }
    return revisions;
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
    return ItemDocuments.of(wanted, before.places(), known, Place.class);
  }

  private ItemDocuments<Journey> journeys(StoredTimeline before, DerivedTimeline after) {
    Map<DocumentKey, Journey> wanted = new HashMap<>();
    after
        .journeys()
        .forEach(
            journey -> wanted.put(DocumentKey.journey(before.userId(), journey.id()), journey));
    return ItemDocuments.of(wanted, before.journeys(), known, Journey.class);
  }

  private static PlacesIndex index(DerivedTimeline after) {
    return new PlacesIndex(
        after.places().stream()
            .map(place ->
                new PlacesIndex.Entry(
                    place.id(), place.lat(), place.lon(), place.radiusMeters(), place.visits()))
            .toList(),
        after.carriedPlaces(),
        after.version());
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
    known
        .readAll(keys, TimelineMonth.class)
        .forEach((_, month) -> months.put(month.derived().month(), month));
    return months;
  }
}
