package polo.fleet.edge.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.Place;

/// What to call places when talking to people: by their address, else by their coordinates.
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
