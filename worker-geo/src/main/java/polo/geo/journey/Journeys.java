package polo.geo.journey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.document.Journey;
import polo.common.document.PlaceUse;

/// A user's home and the travels away from it, by start.
///
/// @param homePlaceId absent until a night was seen at a place
/// @param uses what places are to the user, by place id
/// @param grounds why they are journeys, in the same order
public record Journeys(
    @Nullable String homePlaceId,
    Map<String, PlaceUse> uses,
    List<Journey> all,
    List<JourneyGround> grounds) {

  public static final Journeys NONE = new Journeys(null, Map.of(), List.of(), List.of());

  public Journeys {
    uses = Map.copyOf(uses);
    all = List.copyOf(all);
    grounds = List.copyOf(grounds);
  }
}
