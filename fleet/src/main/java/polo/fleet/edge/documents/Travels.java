package polo.fleet.edge.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.Gap;
import polo.common.document.Journey;
import polo.common.document.Photo;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.PlacesIndex;
import polo.common.document.RefinedAddress;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.TripEntry;
import polo.common.document.UserHead;
import polo.common.earth.Coordinate;
import polo.common.earth.Geohash;
import polo.common.edge.json.Json;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;

/// Everything derived of one user, read from the documents the way an app would: head, months, ids.
///
/// @param pinned what the user said of stays and trips
/// @param refined what providers know of places, by id; only of the cell where the place is now
/// @param journeyPhotos ids of the photos taken on a journey, by its id, in the order taken; none
///   for a journey without. A photo whose instant nobody knows is on no journey
public record Travels(
    String userId,
    List<Stay> stays,
    List<Trip> trips,
    List<Gap> gaps,
    List<Place> places,
    List<Journey> journeys,
    List<PinnedItem> pinned,
    List<Photo> photos,
    SortedMap<String, RefinedAddress> refined,
    SortedMap<String, List<String>> journeyPhotos) {

  private static final int PAGE = 1000;

  public Travels {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    gaps = List.copyOf(gaps);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
    pinned = List.copyOf(pinned);
    photos = List.copyOf(photos);
    refined = Collections.unmodifiableSortedMap(new TreeMap<>(refined));
    journeyPhotos = Collections.unmodifiableSortedMap(new TreeMap<>(journeyPhotos));
  }

  /// Travels without photos, by those who know nothing beyond what is derived.
  public Travels(
      String userId,
      List<Stay> stays,
      List<Trip> trips,
      List<Gap> gaps,
      List<Place> places,
      List<Journey> journeys,
      List<PinnedItem> pinned) {
    this(
        userId,
        stays,
        trips,
        gaps,
        places,
        journeys,
        pinned,
        List.of(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /// Reads all of a user; what is not there is empty.
  public static Travels of(String userId, Documents documents) {
    UserHead head =
        documents
            .read(DocumentKey.user(userId), UserHead.class)
            .map(Versioned::derived)
            .orElseGet(() -> UserHead.empty(userId));
    List<TimelineMonth> months =
        all(
            documents,
            head.months().stream().map(month -> DocumentKey.timeline(userId, month)).toList(),
            TimelineMonth.class);
    months.sort(Comparator.comparing(TimelineMonth::month));
    List<Versioned<Place>> places = places(userId, documents);
    List<Journey> journeys = journeys(userId, head, documents);
    List<Photo> photos = photos(userId, documents);
    return new Travels(
        userId,
        months.stream().flatMap(month -> month.stays().stream()).toList(),
        trips(userId, months, documents),
        months.stream().flatMap(month -> month.gaps().stream()).toList(),
        places.stream().map(Versioned::derived).toList(),
        journeys,
        months.stream().flatMap(month -> month.pinned().stream()).toList(),
        photos,
        refined(places),
        JourneyPhotos.of(journeys, photos));
  }

  /// The same travels, but for what the user does not want to see.
  public Travels shown() {
    TreeMap<String, RefinedAddress> streets = new TreeMap<>(refined);
    places.stream().filter(Place::hidden).forEach(place -> streets.remove(place.id()));
    return new Travels(
        userId,
        stays.stream().filter(stay -> !isHidden(PinnedItem.Kind.STAY, stay.id())).toList(),
        trips.stream().filter(trip -> !isHidden(PinnedItem.Kind.TRIP, trip.id())).toList(),
        gaps,
        places.stream().filter(place -> !place.hidden()).toList(),
        journeys,
        pinned,
        photos,
        streets,
        journeyPhotos);
  }

  /// Whom to name where refined addresses are shown.
  public List<String> attributions() {
    return refined.values().stream().map(RefinedAddress::attribution).distinct().sorted().toList();
  }

  private boolean isHidden(PinnedItem.Kind kind, String id) {
    return pinned.stream()
        .anyMatch(item -> item.kind() == kind && item.id().equals(id) && item.hidden());
  }

  /// All users there are, in order. An administrator's scan.
  public static List<String> users(Documents documents) {
    TreeSet<String> users = new TreeSet<>();
    for (String prefix : List.of("user::", "photo::")) {
      keys(documents, prefix).forEach(key -> users.add(key.parts().getFirst()));
    }
    return List.copyOf(users);
  }

  private static List<Trip> trips(String userId, List<TimelineMonth> months, Documents documents) {
    List<TripEntry> entries = months.stream().flatMap(month -> month.trips().stream()).toList();
    Map<DocumentKey, Versioned<Trip>> stored =
        documents.readAll(
            entries.stream().map(entry -> DocumentKey.trip(userId, entry.id())).toList(),
            Trip.class);
    List<Trip> trips = new ArrayList<>();
    for (TripEntry entry : entries) {
      Versioned<Trip> trip = stored.get(DocumentKey.trip(userId, entry.id()));
      if (trip != null) {
        trips.add(trip.derived().joining(entry));
      }
    }
    return trips;
  }

  private static List<Versioned<Place>> places(String userId, Documents documents) {
    List<DocumentKey> keys =
        documents.read(DocumentKey.places(userId), PlacesIndex.class).stream()
            .flatMap(index -> index.derived().places().stream())
            .map(entry -> DocumentKey.place(userId, entry.id()))
            .toList();
    return documents.readAll(keys, Place.class).values().stream()
        .sorted(Comparator.comparing(place -> place.derived().id()))
        .toList();
  }

  /// What providers know of these places, by id.
  static SortedMap<String, RefinedAddress> refined(Collection<Versioned<Place>> places) {
    TreeMap<String, RefinedAddress> refined = new TreeMap<>();
    for (Versioned<Place> stored : places) {
      Object said = stored.envelope().refined();
      if (said != null) {
        RefinedAddress address = Json.mapper().convertValue(said, RefinedAddress.class);
        if (address.cell().equals(cell(stored.derived()))) {
          refined.put(stored.derived().id(), address);
        }
      }
    }
    return refined;
  }

  private static String cell(Place place) {
    return Geohash.ofPlace(new Coordinate(place.lat(), place.lon()));
  }

  private static List<Journey> journeys(String userId, UserHead head, Documents documents) {
    List<DocumentKey> keys =
        head.journeyIds().stream().map(id -> DocumentKey.journey(userId, id)).toList();
    List<Journey> journeys = all(documents, keys, Journey.class);
    journeys.sort(Comparator.comparing(Journey::start).thenComparing(Journey::id));
    return journeys;
  }

  private static List<Photo> photos(String userId, Documents documents) {
    List<DocumentKey> keys = keys(documents, DocumentKey.prefix("photo", userId));
    List<Photo> photos = all(documents, keys, Photo.class);
    photos.sort(Comparator.comparing(Photo::id));
    return photos;
  }

  private static <D> List<D> all(Documents documents, Collection<DocumentKey> keys, Class<D> type) {
    List<D> found = new ArrayList<>();
    documents.readAll(keys, type).values().forEach(document -> found.add(document.derived()));
    return found;
  }

  private static List<DocumentKey> keys(Documents documents, String prefix) {
    List<DocumentKey> keys = new ArrayList<>();
    Optional<DocumentKey> last = Optional.empty();
    while (true) {
      @Nullable DocumentKey after = last.orElse(null);
      List<DocumentKey> page = documents.store().keys(prefix, after, PAGE);
      keys.addAll(page);
      if (page.size() < PAGE) {
        return keys;
      }
      last = Optional.of(page.getLast());
    }
  }
}
