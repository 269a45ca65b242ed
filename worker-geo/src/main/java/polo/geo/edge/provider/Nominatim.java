package polo.geo.edge.provider;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import tools.jackson.databind.JsonNode;

/// Nominatim (nominatim.org), of one's own or the public one, whose policy allows one call a second
/// for all users of an application together.
public record Nominatim() implements AddressProvider {

  private static final String PUBLIC_HOST = "nominatim.openstreetmap.org";
  private static final String ATTRIBUTION = "© OpenStreetMap contributors, ODbL";

  /// What is named here is a way or an area, and no venue.
  private static final Set<String> NO_VENUES =
      Set.of("highway", "boundary", "place", "landuse", "waterway");

  @Override
  public String name() {
    return "nominatim";
  }

  /// OpenStreetMap's licence sets no limit, and the policy asks to keep answers.
  @Override
  public Duration keepAtMost() {
    return Duration.ofDays(3650);
  }

  @Override
  public Duration leastPause(String host) {
    return host.equalsIgnoreCase(PUBLIC_HOST) ? Duration.ofSeconds(1) : Duration.ZERO;
  }

  @Override
  public String question(Coordinate position, @Nullable String language) {
    String query =
        String.format(
            Locale.ROOT,
            "/reverse?format=jsonv2&lat=%.6f&lon=%.6f&zoom=18&addressdetails=1",
            position.latitude(),
            position.longitude());
    return language == null ? query : query + "&accept-language=" + language;
  }

  @Override
  public ProviderAnswer read(JsonNode answer, Coordinate position) {
    if (answer.has("error")) {
      return answer.path("error").stringValue("").startsWith("Unable to geocode")
          ? new ProviderAnswer.Nothing()
          : new ProviderAnswer.Unusable("an error: " + FoundAddress.text(answer, "error"));
    }
    JsonNode address = answer.path("address");
    if (!address.isObject()) {
      return new ProviderAnswer.Unusable("no address");
    }
    String category = answer.path("category").stringValue("");
    boolean venue = !NO_VENUES.contains(category);
    if ((venue || address.has("house_number")) && isFar(answer, position)) {
      return new ProviderAnswer.Nothing();
    }
    return new FoundAddress(
            venue ? FoundAddress.text(answer, "name") : null,
            FoundAddress.text(address, "road", "pedestrian", "footway", "path", "square"),
            FoundAddress.text(address, "house_number"),
            FoundAddress.text(address, "postcode"),
            FoundAddress.text(address, "neighbourhood", "quarter", "suburb", "city_district"),
            FoundAddress.text(address, "city", "town", "village", "municipality", "hamlet"),
            ATTRIBUTION)
        .answer();
  }

  /// Degrees come as texts. A street or an area says where its middle is, and is not judged by it.
  private static boolean isFar(JsonNode answer, Coordinate position) {
    double latitude = answer.path("lat").asDouble(Double.NaN);
    double longitude = answer.path("lon").asDouble(Double.NaN);
    return !Coordinate.isOnEarth(latitude, longitude)
        || position.metersTo(new Coordinate(latitude, longitude)) > FoundAddress.REACH_METERS;
  }
}
