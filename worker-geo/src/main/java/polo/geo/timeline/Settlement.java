package polo.geo.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TripEntry;

/// What depends on all of a user's stays: which places there are, which stay is a visit of which,
/// where home is, and the journeys away from it.
///
/// @param stays with their places
/// @param trips with the places they join
/// @param places by id, with their addresses
/// @param homePlaceId absent until a night was seen at a place
/// @param journeys by start
public record Settlement(
    List<Stay> stays,
    List<TripEntry> trips,
    List<Place> places,
    @Nullable String homePlaceId,
    List<Journey> journeys) {

  public Settlement {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
  }
}
