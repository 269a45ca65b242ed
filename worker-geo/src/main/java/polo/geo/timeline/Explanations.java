package polo.geo.timeline;

import java.util.List;

/// Why everything of a user's timeline is as it is.
///
/// @param items read from the track: stays, trips, legs, waits, gaps
public record Explanations(
    List<Explanation> items, List<PlaceExplanation> places, List<JourneyExplanation> journeys) {

  public static final Explanations NONE = new Explanations(List.of(), List.of(), List.of());

  public Explanations {
    items = List.copyOf(items);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
  }
}
