package polo.common.document;

import java.time.Instant;
import java.util.List;

/// A travel away from home.
///
/// @param title for people, such as "4 days in San Francisco and Oakland"
/// @param countries ISO codes in order of first visit
/// @param cities names in order of first visit
/// @param days calendar days it touches, in the zones of its places
public record Journey(
    String id,
    Instant start,
    Instant end,
    String title,
    List<String> countries,
    List<String> cities,
    int days,
    double distanceMeters,
    List<String> stayIds,
    List<String> tripIds) {

  public Journey {
    countries = List.copyOf(countries);
    cities = List.copyOf(cities);
    stayIds = List.copyOf(stayIds);
    tripIds = List.copyOf(tripIds);
  }

  /// The same journey under another id and title, of stays and trips of other ids.
  public Journey with(
      String newId, String newTitle, List<String> newStayIds, List<String> newTripIds) {
    return new Journey(
        newId,
        start,
        end,
        newTitle,
        countries,
        cities,
        days,
        distanceMeters,
        newStayIds,
        newTripIds);
  }
}
