package polo.geo.edge.gazetteer;

import java.time.ZoneId;
import java.util.Optional;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.ReverseGeocoder;
import polo.geo.geocode.UrbanRadius;

/// Answers from data shipped with Polo: no network, no files, a few microseconds a position.
///
/// Country and time zone come from areas as precise as OpenStreetMap's, territorial waters
/// included; the region from its area, and by the nearest place where that is silent (coasts,
/// islets); the town by [UrbanRadius] within the same country, so that a border village stays in
/// its country. On the open sea there is neither country nor town, only the nearest place and a
/// nautical time zone.
///
/// Show [#ATTRIBUTION] wherever answers are shown. Immutable and thread-safe.
public final class EmbeddedGazetteer implements ReverseGeocoder {

  /// What the licences of the data ask to be shown.
  public static final String ATTRIBUTION =
      "Places © GeoNames CC BY 4.0; boundaries and time zones © OpenStreetMap contributors ODbL;"
          + " Natural Earth.";

  private static final String SOURCE = "polo-gazetteer";

  private final String version;
  private final ZoneMap zones;
  private final RegionMap regions;
  private final PlaceMap places;
  private final Names countryNames;
  private final Names regionNames;

  EmbeddedGazetteer(GazetteerFiles files) {
    version = files.version();
    zones = new ZoneMap(Boundaries.read(files.get(GazetteerFiles.ZONES)));
    regions = new RegionMap(Boundaries.read(files.get(GazetteerFiles.REGIONS)));
    places = new PlaceMap(Places.read(files.get(GazetteerFiles.PLACES)), UrbanRadius.DEFAULT);
    countryNames = Names.read(files.get(GazetteerFiles.COUNTRY_NAMES));
    regionNames = Names.read(files.get(GazetteerFiles.REGION_NAMES));
  }

  /// The gazetteer, loaded at the first call (about half a second), shared by all.
  public static EmbeddedGazetteer load() {
    return Shared.GAZETTEER;
  }

  private static final class Shared {
    static final EmbeddedGazetteer GAZETTEER = new EmbeddedGazetteer(GazetteerFiles.shipped());
  }

  /// Version of the data.
  public String version() {
    return version;
  }

  /// The time zone of a position; on the open sea the nautical one.
  public ZoneId zoneAt(Coordinate position) {
    return ZoneId.of(zones.at(position).timeZone());
  }

  @Override
  public Address addressOf(Coordinate position) {
    Zone zone = zones.at(position);
    Optional<PlaceMap.Found> nearest = places.nearest(position, zone.countryCode());
    String countryCode = zone.countryCode();
    if (countryCode == null) {
      return address(zone, Optional.empty(), Optional.empty(), nearest);
    }
    Optional<RegionCode> region =
        regions.at(position, countryCode).or(() -> nearest.map(PlaceMap.Found::region));
    return address(zone, region, places.town(position, countryCode), nearest);
  }

  private Address address(
      Zone zone,
      Optional<RegionCode> region,
      Optional<PlaceMap.Found> town,
      Optional<PlaceMap.Found> nearest) {
    return new Address(
        zone.countryCode(),
        Optional.ofNullable(zone.countryCode()).map(countryNames::of).orElse(null),
        region.map(RegionCode::admin1).filter(code -> !code.isEmpty()).orElse(null),
        region.map(code -> regionNames.of(code.toString())).orElse(null),
        town.map(PlaceMap.Found::name).orElse(null),
        nearest.map(PlaceMap.Found::name).orElse(null),
        nearest.map(PlaceMap.Found::meters).orElse(null),
        zone.timeZone(),
        SOURCE,
        version);
  }
}
