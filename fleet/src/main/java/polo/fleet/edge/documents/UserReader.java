package polo.fleet.edge.documents;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.Gap;
import polo.common.document.Journey;
import polo.common.document.Photo;
import polo.common.document.PhotosIndex;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.TripEntry;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.time.TimeSpan;

/// Parts of what was derived of one user, each found by key from the head: no more is read than is
/// asked for.
public final class UserReader {

  private final Documents documents;
  private final UserHead head;

  private UserReader(Documents documents, UserHead head) {
    this.documents = documents;
    this.head = head;
  }

  /// Absent when nothing is known of the user.
  public static Optional<UserReader> of(String userId, Documents documents) {
    // The longest of the keys that follow from an id alone.
    if (!DocumentKey.fits("timeline", userId, "0000-00")) {
      return Optional.empty();
    }
    return documents
        .read(DocumentKey.user(userId), UserHead.class)
        .map(found -> new UserReader(documents, found.derived()));
  }

  /// What happened in the span, but for hidden stays and trips.
  public Timeline timeline(TimeSpan span) {
    List<TimelineMonth> months = months(span);
    List<PinnedItem> pinned = months.stream().flatMap(month -> month.pinned().stream()).toList();
    List<Stay> stays =
        months.stream()
            .flatMap(month -> month.stays().stream())
            .filter(stay -> meets(span, stay.start(), stay.end()))
            .filter(stay -> !isHidden(pinned, PinnedItem.Kind.STAY, stay.id()))
            .sorted(comparing(Stay::start))
            .toList();
    List<TripEntry> trips =
        months.stream()
            .flatMap(month -> month.trips().stream())
            .filter(trip -> meets(span, trip.start(), trip.end()))
            .filter(trip -> !isHidden(pinned, PinnedItem.Kind.TRIP, trip.id()))
            .sorted(comparing(TripEntry::start))
            .toList();
    return new Timeline(
        head.userId(),
        span.start(),
        span.end(),
        stays,
        trips,
        months.stream()
            .flatMap(month -> month.gaps().stream())
            .filter(gap -> meets(span, gap.start(), gap.end()))
            .sorted(comparing(Gap::start))
            .toList(),
        placesOf(stays, trips),
        said(pinned, stays, trips));
  }

  /// The trips of a timeline with their ways, in its order.
  public List<Trip> trips(Timeline timeline) {
    Map<DocumentKey, Versioned<Trip>> stored =
        documents.readAll(
            timeline.trips().stream().map(entry -> key("trip", entry.id())).toList(), Trip.class);
    return timeline.trips().stream()
        .flatMap(entry ->
            Optional.ofNullable(stored.get(key("trip", entry.id()))).stream()
                .map(trip -> trip.derived().joining(entry)))
        .toList();
  }

  public Optional<NotedTrip> trip(String id) {
    return one("trip", id, Trip.class).flatMap(trip -> noted(trip.derived()));
  }

  /// All places, hidden ones too, by id.
  public List<NamedPlace> places() {
    List<String> ids =
        documents.read(DocumentKey.places(head.userId()), PlacesIndex.class).stream()
            .flatMap(index -> index.derived().places().stream())
            .map(PlacesIndex.Entry::id)
            .toList();
    return named(ids);
  }

  /// A place by its id, or by that of one that became part of it.
  public Optional<NamedPlace> place(String id) {
    return one("place", id, Place.class)
        .map(found -> named(List.of(found)).getFirst())
        .or(() ->
            places().stream().filter(place -> place.place().aliases().contains(id)).findFirst());
  }

  /// By start.
  public List<Journey> journeys() {
    List<DocumentKey> keys = head.journeyIds().stream().map(id -> key("journey", id)).toList();
    return documents.readAll(keys, Journey.class).values().stream()
        .map(Versioned::derived)
        .sorted(comparing(Journey::start).thenComparing(Journey::id))
        .toList();
  }

  public Optional<AlbumJourney> journey(String id) {
    return one("journey", id, Journey.class).map(found -> withPhotos(found.derived()));
  }

  /// Ids of the photos filed under an instant of the span, by that instant: when they were taken,
  /// or else uploaded.
  public List<String> photoIds(TimeSpan span) {
    TreeMap<Filed, String> filed =
        new TreeMap<>(comparing(Filed::at).thenComparing(Filed::photoId));
    List<DocumentKey> keys =
        head.months().stream()
            .filter(month -> meets(span, start(month), start(month.plusMonths(1))))
            .map(month -> DocumentKey.photos(head.userId(), month))
            .toList();
    for (Versioned<PhotosIndex> index : documents.readAll(keys, PhotosIndex.class).values()) {
      index
          .derived()
          .photos()
          .forEach((id, at) -> {
            if (span.contains(at)) {
              filed.put(new Filed(at, id), id);
            }
          });
    }
    return List.copyOf(filed.values());
  }

  /// The photos of these ids, in their order; those that are gone are left out.
  public List<Photo> photos(List<String> ids) {
    Map<DocumentKey, Versioned<Photo>> stored =
        documents.readAll(ids.stream().map(id -> key("photo", id)).toList(), Photo.class);
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(stored.get(key("photo", id))).stream())
        .map(Versioned::derived)
        .toList();
  }

  private record Filed(Instant at, String photoId) {}

  private AlbumJourney withPhotos(Journey journey) {
    List<Photo> photos = photos(photoIds(new TimeSpan(journey.start(), journey.end())));
    return new AlbumJourney(
        journey, JourneyPhotos.of(List.of(journey), photos).getOrDefault(journey.id(), List.of()));
  }

  /// A trip knows its places, and whether it is still one, by the month it starts in.
  private Optional<NotedTrip> noted(Trip trip) {
    YearMonth month = YearMonth.from(trip.start().atZone(ZoneOffset.UTC));
    return documents
        .read(DocumentKey.timeline(head.userId(), month), TimelineMonth.class)
        .map(Versioned::derived)
        .flatMap(found ->
            found.trips().stream()
                .filter(entry -> entry.id().equals(trip.id()))
                .findFirst()
                .map(entry -> noted(trip.joining(entry), found.pinned())));
  }

  private static NotedTrip noted(Trip trip, List<PinnedItem> pinned) {
    return pinned.stream()
        .filter(item -> item.kind() == PinnedItem.Kind.TRIP && item.id().equals(trip.id()))
        .findFirst()
        .map(item -> new NotedTrip(trip, item.note(), item.hidden()))
        .orElseGet(() -> new NotedTrip(trip, null, false));
  }

  /// Those of the span, and the one before it in which something happened: an item is filed where
  /// it starts, and may reach far.
  private List<TimelineMonth> months(TimeSpan span) {
    List<TimelineMonth> found = new ArrayList<>();
    List<YearMonth> known =
        head.months().stream().filter(month -> start(month).isBefore(span.end())).toList();
    List<DocumentKey> within =
        known.stream()
            .filter(month -> start(month.plusMonths(1)).isAfter(span.start()))
            .map(month -> DocumentKey.timeline(head.userId(), month))
            .toList();
    documents
        .readAll(within, TimelineMonth.class)
        .values()
        .forEach(month -> found.add(month.derived()));
    known.reversed().stream()
        .filter(month -> !start(month.plusMonths(1)).isAfter(span.start()))
        .flatMap(month ->
            documents
                .read(DocumentKey.timeline(head.userId(), month), TimelineMonth.class)
                .map(Versioned::derived)
                .stream())
        .filter(month -> !(month.stays().isEmpty() && month.trips().isEmpty()))
        .findFirst()
        .ifPresent(found::add);
    return found;
  }

  private List<NamedPlace> placesOf(List<Stay> stays, List<TripEntry> trips) {
    List<String> ids =
        Stream.concat(
                stays.stream().map(Stay::placeId),
                trips.stream().flatMap(trip -> Stream.of(ends(trip))))
            .<String>mapMulti((id, known) -> {
              if (id != null) {
                known.accept(id);
              }
            })
            .distinct()
            .toList();
    return named(ids).stream().filter(place -> !place.place().hidden()).toList();
  }

  private static @Nullable String[] ends(TripEntry trip) {
    return new @Nullable String[] {trip.fromPlaceId(), trip.toPlaceId()};
  }

  private static List<PinnedItem> said(
      List<PinnedItem> pinned, List<Stay> stays, List<TripEntry> trips) {
    Set<String> stayIds = stays.stream().map(Stay::id).collect(Collectors.toSet());
    Set<String> tripIds = trips.stream().map(TripEntry::id).collect(Collectors.toSet());
    return pinned.stream()
        .filter(item ->
            switch (item.kind()) {
              case STAY -> stayIds.contains(item.id());
              case TRIP -> tripIds.contains(item.id());
            })
        .toList();
  }

  private List<NamedPlace> named(List<String> ids) {
    List<DocumentKey> keys = ids.stream().map(id -> key("place", id)).toList();
    return named(documents.readAll(keys, Place.class).values());
  }

  private static List<NamedPlace> named(Collection<Versioned<Place>> stored) {
    List<Place> places =
        stored.stream().map(Versioned::derived).sorted(comparing(Place::id)).toList();
    var refined = Travels.refined(stored);
    PlaceNames names = PlaceNames.of(places, refined);
    return places.stream()
        .map(place -> new NamedPlace(place, names.of(place.id()), refined.get(place.id())))
        .toList();
  }

  private <D> Optional<Versioned<D>> one(String kind, String id, Class<D> type) {
    return DocumentKey.fits(kind, head.userId(), id)
        ? documents.read(key(kind, id), type)
        : Optional.empty();
  }

  private DocumentKey key(String kind, String id) {
    return DocumentKey.of(kind, head.userId(), id);
  }

  private static boolean isHidden(List<PinnedItem> pinned, PinnedItem.Kind kind, String id) {
    return pinned.stream()
        .anyMatch(item -> item.kind() == kind && item.id().equals(id) && item.hidden());
  }

  private static boolean meets(TimeSpan span, Instant start, Instant end) {
    return start.isBefore(span.end()) && end.isAfter(span.start());
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
