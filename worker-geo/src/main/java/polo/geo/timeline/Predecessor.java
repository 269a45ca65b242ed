package polo.geo.timeline;

import java.util.List;
import polo.common.document.Journey;
import polo.common.document.PlacesIndex;
import polo.common.document.Stay;

/// A timeline that another version of the derivation made, at least in part, as it was shown.
///
/// @param stays by time, with their places
public record Predecessor(
    List<Stay> stays, List<PlacesIndex.Entry> places, List<Journey> journeys) {

  public Predecessor {
    stays = List.copyOf(stays);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
  }
}
