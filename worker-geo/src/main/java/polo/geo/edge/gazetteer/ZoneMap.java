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
/// - a country comes before the open sea;
/// - areas laid over a zone (Kosovo, the US Minor Outlying Islands) come before it;
/// - the zone of Moscow yields in Abkhazia and South Ossetia, Shanghai's to Urumqi's in Xinjiang;
/// - else the first by name of the zone (Hebron before Jerusalem, Juba before Khartoum);
/// - south of 60° S claims are frozen by treaty: land there is Antarctica, whoever's zone it is;
/// - where the first has no time zone (Bouvet, Heard, most of Antarctica) the ocean's is taken.
final class ZoneMap {

  private static final double ANTARCTIC_TREATY_LATITUDE = -60;
  private static final String ANTARCTICA = "AQ";

  private static final Set<String> OVERLAID_COUNTRIES = Set.of("XK", "UM");
  private static final Set<String> YIELDING_ZONES = Set.of("Europe/Moscow", "Asia/Shanghai");

  private static final Comparator<Claim> PRECEDENCE =
      Comparator.comparing((Claim claim) -> claim.countryCode() == null)
          .thenComparing(claim -> !isOneOf(OVERLAID_COUNTRIES, claim.countryCode()))
          .thenComparing(claim -> isOneOf(YIELDING_ZONES, claim.timeZone()));

  private final AreaIndex index;
  private final List<Claim> claims;

  /// What an area says where it is alone and complete, which is nearly everywhere.
  private final @Nullable Zone[] alone;

  /// @param claims of the areas, by their numbers
  ZoneMap(AreaIndex index, List<Claim> claims) {
    this.index = index;
    this.claims = claims;
    alone = claims.stream().map(ZoneMap::alone).toArray(Zone[]::new);
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

  private Zone settled(int[] areas, Coordinate position) {
    List<Claim> ranked = IntStream.of(areas).mapToObj(claims::get).sorted(PRECEDENCE).toList();
    return new Zone(countryOf(ranked, position), timeZoneOf(ranked, position));
  }

  private static @Nullable String countryOf(List<Claim> ranked, Coordinate position) {
    if (ranked.isEmpty() || ranked.getFirst().countryCode() == null) {
      return null;
    }
    return position.latitude() < ANTARCTIC_TREATY_LATITUDE
        ? ANTARCTICA
        : ranked.getFirst().countryCode();
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
