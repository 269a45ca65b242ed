package polo.geo.edge.files;

import java.util.List;
import polo.common.document.Gap;
import polo.common.document.Journey;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.Trip;

/// Everything derived of one user, in any order.
///
/// @param pinned what the user said of stays and trips
public record DerivedDocuments(
    String userId,
    List<Stay> stays,
    List<Trip> trips,
    List<Gap> gaps,
    List<Place> places,
    List<Journey> journeys,
    List<PinnedItem> pinned) {

  public DerivedDocuments {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    gaps = List.copyOf(gaps);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
    pinned = List.copyOf(pinned);
  }
}
