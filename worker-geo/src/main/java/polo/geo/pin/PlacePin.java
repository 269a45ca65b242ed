package polo.geo.pin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pin on a place. A place that was split has two: one for each part, of which one keeps the id.
///
/// @param area where the place was and how large, or where the user put it and how they drew it
/// @param fixed true when the user moved or drew it: then it is where they say; else it is where
///   its visits are
/// @param name for people; absent for none
/// @param hidden not to be shown
/// @param merged places that became part of this one
public record PlacePin(
    String id, Area area, boolean fixed, @Nullable String name, boolean hidden, List<Merged> merged)
    implements Pin {

  /// A place that became part of another: its id and where it was.
  public record Merged(String id, Area area) {
    public Merged {
      Pin.checkedId(id);
    }
  }

  public PlacePin {
    Pin.checkedId(id);
    merged = List.copyOf(merged);
  }

  PlacePin withMerged(List<Merged> newMerged) {
    return new PlacePin(id, area, fixed, name, hidden, newMerged);
  }
}
