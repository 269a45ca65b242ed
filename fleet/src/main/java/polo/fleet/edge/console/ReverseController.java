package polo.fleet.edge.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.geo.geocode.ReverseGeocoder;

/// The gazetteer as Photon's `/reverse` has it, for tools that can ask Photon: GeoJSON with one
/// feature, or none where nothing is known. Its point is the position asked for.
@RestController
class ReverseController {

  private static final String TYPE = "type";

  private final ReverseGeocoder geocoder;

  ReverseController(ReverseGeocoder geocoder) {
    this.geocoder = geocoder;
  }

  /// Answers one feature whatever the limit, in the one language there is.
  @GetMapping("/reverse")
  ResponseEntity<byte[]> reverse(
      @RequestParam(name = "lat", defaultValue = "") String lat,
      @RequestParam(name = "lon", defaultValue = "") String lon) {
    double latitude = degrees(lat);
    double longitude = degrees(lon);
    if (!Coordinate.isOnEarth(latitude, longitude)) {
      return json(400, Map.of("message", "lat and lon must be degrees on Earth"));
    }
    Coordinate position = new Coordinate(latitude, longitude);
    return json(200, collection(position, geocoder.addressOf(position)));
  }

  private static Map<String, Object> collection(Coordinate position, Address address) {
    boolean nothing = address.countryCode() == null && address.place() == null;
    return ordered(
        TYPE,
        "FeatureCollection",
        "features",
        nothing ? List.of() : List.of(feature(position, address)));
  }

  private static Map<String, Object> feature(Coordinate position, Address address) {
    return ordered(
        TYPE,
        "Feature",
        "geometry",
        ordered(TYPE, "Point", "coordinates", List.of(position.longitude(), position.latitude())),
        "properties",
        properties(address));
  }

  private static Map<String, Object> properties(Address address) {
    boolean hasDistrict = address.place() != null && !address.place().equals(address.city());
    return ordered(
        "osm_key",
        "place",
        "osm_value",
        level(address),
        TYPE,
        level(address),
        "name",
        Stream.of(address.place(), address.city(), address.region(), address.country())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        "district",
        hasDistrict ? address.place() : null,
        "city",
        address.city(),
        "state",
        address.region(),
        "country",
        address.country(),
        "countrycode",
        address.countryCode(),
        "extra",
        ordered("timezone", address.timeZone(), "source", address.source()));
  }

  /// How exactly the place is named, in Photon's words.
  private static String level(Address address) {
    if (address.place() != null) {
      return address.place().equals(address.city()) ? "city" : "district";
    }
    if (address.city() != null) {
      return "city";
    }
    return address.region() == null ? "country" : "state";
  }

  /// Names and values by turns; what is absent is left out.
  private static Map<String, Object> ordered(@Nullable Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      if (members[i + 1] != null) {
        object.put(String.valueOf(members[i]), Objects.requireNonNull(members[i + 1]));
      }
    }
    return object;
  }

  private static double degrees(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static ResponseEntity<byte[]> json(int status, Object value) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.bytes(value));
  }
}
