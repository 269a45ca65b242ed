package polo.geo.edge.gazetteer;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// Country and time zone of a position, by areas that cover the world, territorial waters (12
/// nautical miles) included. Where claims overlap one must answer; the rules are these:
///
/// - a country comes before the open sea, and one that is preferred by setting before all others;
/// - areas laid over a zone (Kosovo, the US Minor Outlying Islands) come before it;
/// - the zone of Moscow yields in Abkhazia and South Ossetia, Shanghai's to Urumqi's in Xinjiang;
/// - else the first by name of the zone (Hebron before Jerusalem, Juba before Khartoum);
/// - south of 60° S claims are frozen by treaty: land there is Antarctica, whoever's zone it is;
/// - shelf ice that floats before that land counts as it, up to 50 km (no source draws it);
/// - where the first has no time zone (Bouvet, Heard, most of Antarctica) the ocean's is taken.
final class ZoneMap {

  private static final double ANTARCTIC_TREATY_LATITUDE = -60;
  private static final double SHELF_ICE_METERS = 50_000;
  private static final String ANTARCTICA = "AQ";

  private static final Set<String> DISPUTED_OVERLAYS = Set.of("XK");
  private static final Set<String> OVERLAID_COUNTRIES = Set.of("XK", "UM");

  /// Islands of the United States, laid over them.
  private static final String WITHOUT_DISPUTE = "UM";

  private static final Set<String> YIELDING_ZONES = Set.of("Europe/Moscow", "Asia/Shanghai");

  private static final Comparator<Claim> PRECEDENCE =
      Comparator.comparing((Claim claim) -> !isOneOf(OVERLAID_COUNTRIES, claim.countryCode()))
          .thenComparing(claim -> isOneOf(YIELDING_ZONES, claim.timeZone()));

  private final AreaIndex index;
  private final List<Claim> claims;
  private final Comparator<Claim> precedence;

  /// What an area says where it is alone and complete, which is nearly everywhere.
  private final @Nullable Zone[] alone;

  /// @param claims of the areas, by their numbers
  /// @param preferred countries whose claims come before those of others
  ZoneMap(AreaIndex index, List<Claim> claims, List<String> preferred) {
    this.index = index;
    this.claims = claims;
    precedence =
        Comparator.comparing((Claim claim) -> claim.countryCode() == null)
            .thenComparingInt(claim -> rank(preferred, claim.countryCode()))
            .thenComparing(PRECEDENCE);
    alone = new Zone[claims.size()];
    for (int area = 0; area < alone.length; area++) {
      alone[area] = alone(claims.get(area));
    }
  }

  private static int rank(List<String> preferred, @Nullable String country) {
    int at = country == null ? -1 : preferred.indexOf(country);
    return at < 0 ? preferred.size() : at;
  }

  private static @Nullable Zone alone(Claim claim) {
    return claim.timeZone() == null ? null : new Zone(claim.countryCode(), claim.timeZone());
  }

  Zone at(Coordinate position) {
    int[] areas = index.areasAt(position);
    if (areas.length == 1 && position.latitude() >= ANTARCTIC_TREATY_LATITUDE) {
      Zone zone = alone[areas[0]];
      if (zone != null) {
        return zone;
      }
    }
    return settled(areas, position);
  }

  /// Countries that claim a position, the one that answers first; empty unless there are several.
  List<String> claimants(Coordinate position) {
    int[] areas = index.areasAt(position);
    if (areas.length < 2) {
      return List.of();
    }
    List<String> countries =
        ranked(areas).stream()
            .flatMap(claim -> Stream.ofNullable(claim.countryCode()))
            .filter(country -> !country.equals(WITHOUT_DISPUTE))
            .distinct()
            .toList();
    return countries.size() < 2 ? List.of() : countries;
  }

  boolean isCovered(Coordinate position) {
    return index.areasAt(position).length > 0;
  }

  /// Whether the country is land cut out of another's by one side's view.
  static boolean isDisputedOverlay(String countryCode) {
    return DISPUTED_OVERLAYS.contains(countryCode);
  }

  private Zone settled(int[] areas, Coordinate position) {
    List<Claim> ranked = ranked(areas);
    return new Zone(countryOf(ranked, position), timeZoneOf(ranked, position));
  }

  private List<Claim> ranked(int[] areas) {
    return IntStream.of(areas).mapToObj(claims::get).sorted(precedence).toList();
  }

  private @Nullable String countryOf(List<Claim> ranked, Coordinate position) {
    if (position.latitude() < ANTARCTIC_TREATY_LATITUDE) {
      return isLand(ranked) || isBesideLand(position) ? ANTARCTICA : null;
    }
    return isLand(ranked) ? ranked.getFirst().countryCode() : null;
  }

  private static boolean isLand(List<Claim> ranked) {
    return !ranked.isEmpty() && ranked.getFirst().countryCode() != null;
  }

  private boolean isBesideLand(Coordinate position) {
    return Stream.of(0.5, 1.0)
        .flatMap(share -> Compass.positions(position, share * SHELF_ICE_METERS))
        .anyMatch(near -> isLand(ranked(index.areasAt(near))));
  }

  private static String timeZoneOf(List<Claim> ranked, Coordinate position) {
    return ranked.stream()
        .flatMap(claim -> Stream.ofNullable(claim.timeZone()))
        .findFirst()
        .orElseGet(() -> nauticalZone(position));
  }

  /// The zone of ships: an hour for each 15 degrees. Its name counts westwards (POSIX).
  private static String nauticalZone(Coordinate position) {
    long hoursWest = -Math.round(position.longitude() / 15);
    return hoursWest == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(hoursWest);
  }

  private static boolean isOneOf(Set<String> names, @Nullable String name) {
    return name != null && names.contains(name);
  }
}
