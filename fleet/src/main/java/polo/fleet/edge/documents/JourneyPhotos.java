package polo.fleet.edge.documents;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import polo.common.document.Journey;
import polo.common.document.Photo;

/// Which photos were taken on which journey.
///
/// No document says it: journeys change with the track and photos come at any time, so it is found
/// when reading, from the times of both, and is right whichever came first.
final class JourneyPhotos {

  private JourneyPhotos() {}

  /// Ids of photos in the order taken, by the id of the journey.
  static SortedMap<String, List<String>> of(List<Journey> journeys, List<Photo> photos) {
    NavigableMap<Taken, String> byTime = byTime(photos);
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (Journey journey : journeys) {
      List<String> during = List.copyOf(during(journey, byTime).values());
      if (!during.isEmpty()) {
        found.put(journey.id(), during);
      }
    }
    return found;
  }

  private record Taken(Instant at, String photoId) {}

  private static NavigableMap<Taken, String> byTime(List<Photo> photos) {
    NavigableMap<Taken, String> byTime =
        new TreeMap<>(comparing(Taken::at).thenComparing(Taken::photoId));
    for (Photo photo : photos) {
      if (photo.takenAt() != null && photo.takenAt().instant() != null) {
        byTime.put(new Taken(photo.takenAt().instant(), photo.id()), photo.id());
      }
    }
    return byTime;
  }

  /// A journey is over the moment it ends.
  private static Map<Taken, String> during(Journey journey, NavigableMap<Taken, String> byTime) {
    return byTime.subMap(new Taken(journey.start(), ""), new Taken(journey.end(), ""));
  }
}
