package polo.fleet.edge.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.Place;
import polo.common.document.PlaceUse;

/// What to call places when talking to people: by the user's name for them, as home and work, by
/// their address, else by their coordinates.
public record PlaceNames(Map<String, String> byId) {

  public PlaceNames {
    byId = Map.copyOf(byId);
  }

  public static PlaceNames of(List<Place> places) {
    Map<String, String> names = new HashMap<>();
    places.forEach(place -> names.put(place.id(), nameOf(place)));
    return new PlaceNames(names);
  }

  /// The place's name; a dash for none, for a spot that is not a place has no name.
  public String of(@Nullable String placeId) {
    return placeId == null ? "–" : byId.getOrDefault(placeId, placeId);
  }

  private static String nameOf(Place place) {
    if (place.name() != null) {
      return place.name();
    }
    String role = roleOf(place.use());
    return role == null ? whereabouts(place) : role + ", " + whereabouts(place);
  }

  private static @Nullable String roleOf(@Nullable PlaceUse use) {
    if (use == null || use.role() == null) {
      return null;
    }
    return switch (use.role()) {
      case HOME -> "Home";
      case WORK -> "Work";
    };
  }

  private static String whereabouts(Place place) {
    Address address = place.address();
    if (address == null) {
      return "%.4f, %.4f".formatted(place.lat(), place.lon());
    }
    String name =
        Stream.of(address.place(), address.city(), address.country())
            .filter(part -> part != null)
            .distinct()
            .collect(Collectors.joining(", "));
    return name.isEmpty() ? "%.4f, %.4f".formatted(place.lat(), place.lon()) : name;
  }
}
