package polo.fleet.edge.documents;

import java.time.Instant;
import java.util.List;
import polo.common.document.Gap;
import polo.common.document.PinnedItem;
import polo.common.document.Stay;
import polo.common.document.TripEntry;

/// A span of a user's timeline, without what they do not want to see. Items that reach into the
/// span are whole; each list is in the order of time.
///
/// @param from the first instant of the span
/// @param to the instant after it
/// @param places where its stays are, and where its trips begin and end
/// @param pinned what the user said of its stays and trips
public record Timeline(
    String userId,
    Instant from,
    Instant to,
    List<Stay> stays,
    List<TripEntry> trips,
    List<Gap> gaps,
    List<NamedPlace> places,
    List<PinnedItem> pinned) {

  public Timeline {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    gaps = List.copyOf(gaps);
    places = List.copyOf(places);
    pinned = List.copyOf(pinned);
  }
}
