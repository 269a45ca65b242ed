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
import polo.common.document.RefinedAddress;

/// What to call places when talking to people: by the user's name for them, as home and work, by
/// their street where a provider knows it, by their address, else by their coordinates.
public record PlaceNames(Map<String, String> byId) {

  public PlaceNames {
    byId = Map.copyOf(byId);
  }

  public static PlaceNames of(Travels travels) {
    return of(travels.places(), travels.refined());
  }

  /// @param refined what providers know of them, by id
  static PlaceNames of(List<Place> places, Map<String, RefinedAddress> refined) {
    Map<String, String> names = new HashMap<>();
    for (Place place : places) {
      names.put(place.id(), nameOf(place, refined.get(place.id())));
    }
    return new PlaceNames(names);
  }

  /// The place's name; a dash for none, for a spot that is not a place has no name, and one that is
  /// hidden tells none.
  public String of(@Nullable String placeId) {
    return placeId == null ? "–" : byId.getOrDefault(placeId, "–");
  }

  private static String nameOf(Place place, @Nullable RefinedAddress refined) {
    if (place.name() != null) {
      return place.name();
    }
    String role = roleOf(place.use());
    String where = whereabouts(place, refined);
    return role == null ? where : role + ", " + where;
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

  private static String whereabouts(Place place, @Nullable RefinedAddress refined) {
    Address address = place.address();
    if (address == null) {
      return "%.4f, %.4f".formatted(place.lat(), place.lon());
    }
    String street = refined == null ? "" : street(refined);
    String name =
        joined(street.isEmpty() ? address.place() : street, address.city(), address.country());
    return name.isEmpty() ? "%.4f, %.4f".formatted(place.lat(), place.lon()) : name;
  }

  private static String street(RefinedAddress refined) {
    String street = refined.street();
    String number = refined.houseNumber();
    return joined(
        refined.name(), street == null || number == null ? street : street + " " + number);
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
