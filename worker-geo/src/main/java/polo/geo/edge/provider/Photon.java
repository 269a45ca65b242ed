package polo.geo.edge.provider;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import tools.jackson.databind.JsonNode;

/// Photon (github.com/komoot/photon), of one's own or komoot's: GeoJSON from OpenStreetMap. It
/// refuses languages that were not imported, and takes a street for a point, so what is near is
/// judged for houses and venues only.
public record Photon() implements AddressProvider {

  private static final String ATTRIBUTION = "© OpenStreetMap contributors, ODbL";

  @Override
  public String name() {
    return "photon";
  }

  /// OpenStreetMap's licence sets no limit.
  @Override
  public Duration keepAtMost() {
    return Duration.ofDays(3650);
  }

  @Override
  public String question(Coordinate position, @Nullable String language) {
    String query =
        String.format(
            Locale.ROOT,
            "/reverse?lat=%.6f&lon=%.6f&limit=1",
            position.latitude(),
            position.longitude());
    return language == null ? query : query + "&lang=" + language;
  }

  @Override
  public ProviderAnswer read(JsonNode answer, Coordinate position) {
    if (!answer.path("features").isArray()) {
      return new ProviderAnswer.Unusable("no features");
    }
    JsonNode feature = answer.path("features").path(0);
    JsonNode properties = feature.path("properties");
    String type = properties.path("type").stringValue("");
    boolean house = type.equals("house");
    if (house && isFar(feature.path("geometry").path("coordinates"), position)) {
      return new ProviderAnswer.Nothing();
    }
    String name = FoundAddress.text(properties, "name");
    return new FoundAddress(
            house ? name : null,
            type.equals("street") ? name : FoundAddress.text(properties, "street"),
            FoundAddress.text(properties, "housenumber"),
            FoundAddress.text(properties, "postcode"),
            isDistrict(type) ? name : FoundAddress.text(properties, "district", "locality"),
            type.equals("city") ? name : FoundAddress.text(properties, "city"),
            ATTRIBUTION)
        .answer();
  }

  private static boolean isDistrict(String type) {
    return type.equals("district") || type.equals("locality");
  }

  private static boolean isFar(JsonNode lonLat, Coordinate position) {
    double longitude = lonLat.path(0).doubleValue(Double.NaN);
    double latitude = lonLat.path(1).doubleValue(Double.NaN);
    return !Coordinate.isOnEarth(latitude, longitude)
        || position.metersTo(new Coordinate(latitude, longitude)) > FoundAddress.REACH_METERS;
  }
}
