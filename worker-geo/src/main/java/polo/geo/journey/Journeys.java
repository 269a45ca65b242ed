package polo.geo.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Journey;

/// A user's home and the travels away from it, by start.
///
/// @param homePlaceId absent until a night was seen at a place
public record Journeys(@Nullable String homePlaceId, List<Journey> all) {

  public static final Journeys NONE = new Journeys(null, List.of());

  public Journeys {
    all = List.copyOf(all);
  }
}
