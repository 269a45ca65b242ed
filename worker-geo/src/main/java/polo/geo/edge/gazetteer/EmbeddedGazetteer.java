package polo.geo.edge.gazetteer;

import static polo.geo.edge.gazetteer.Atlas.Part.PLACE_REGIONS;
import static polo.geo.edge.gazetteer.Atlas.Part.REGION_LABELS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.ReverseGeocoder;
import polo.geo.geocode.UrbanRadius;

/// Answers from data shipped with Polo: no network, less than a microsecond a position.
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

  /// As far as a place speaks for its surroundings against an area.
  private static final double PLACE_IS_HERE_METERS = 5_000;

  /// How far lines between regions may be from where they should be.
  private static final double REGION_LINE_ERROR_METERS = 1_000;

  private final String version;
  private final ZoneMap zones;
  private final RegionMap regions;
  private final PlaceMap places;
  private final Names countryNames;
  private final Names regionNames;
  private final Map<String, ZoneId> zoneIds = new ConcurrentHashMap<>();

  EmbeddedGazetteer(Atlas atlas) {
    version = atlas.version();
    zones =
        new ZoneMap(
            new AreaIndex(atlas.part(Atlas.Part.ZONES)),
            atlas.lines(Atlas.Part.ZONE_LABELS).stream().map(Claim::of).toList());
    regions =
        new RegionMap(new AreaIndex(atlas.part(Atlas.Part.REGIONS)), codes(atlas, REGION_LABELS));
    places =
        new PlaceMap(
            atlas.part(Atlas.Part.PLACES), codes(atlas, PLACE_REGIONS), UrbanRadius.DEFAULT);
    countryNames = Names.read(atlas.text(Atlas.Part.COUNTRY_NAMES));
    regionNames = Names.read(atlas.text(Atlas.Part.REGION_NAMES));
  }

  private static List<RegionCode> codes(Atlas atlas, Atlas.Part part) {
    return atlas.lines(part).stream().map(RegionCode::of).toList();
  }

  /// The shipped gazetteer, shared by all. The first call maps it (milliseconds; seconds the first
  /// time ever, when it is laid out and kept in the user's cache folder).
  public static EmbeddedGazetteer load() {
    return Shared.GAZETTEER;
  }

  private static final class Shared {
    static final EmbeddedGazetteer GAZETTEER = new EmbeddedGazetteer(AtlasShelf.ofUser().shipped());
  }

  /// A gazetteer of one's own, as `polo gazetteer build` writes it.
  ///
  /// @throws IllegalArgumentException when the file is no gazetteer
  public static EmbeddedGazetteer open(Path file) throws IOException {
    return new EmbeddedGazetteer(Atlas.map(file));
  }

  /// Version of the data.
  public String version() {
    return version;
  }

  /// The time zone of a position; on the open sea the nautical one.
  public ZoneId zoneAt(Coordinate position) {
    String timeZone = zones.at(position).timeZone();
    ZoneId known = zoneIds.get(timeZone);
    return known != null ? known : zoneIds.computeIfAbsent(timeZone, ZoneId::of);
  }

  /// Country and time zone, without looking for places: several times cheaper than the whole
  /// address.
  public Zone countryAndZoneAt(Coordinate position) {
    return zones.at(position);
  }

  @Override
  public Address addressOf(Coordinate position) {
    Zone zone = zones.at(position);
    String countryCode = zone.countryCode();
    PlaceMap.Around around = places.around(position, countryCode);
    if (countryCode == null) {
      return address(zone, null, around);
    }
    return address(zone, regionAt(position, countryCode, around.nearest()), around);
  }

  /// The area's, unless a place nearby knows better: areas are drawn with errors of a kilometre or
  /// more, but a place knows which region it belongs to. So the place wins where areas are silent,
  /// where the area is wrong about the place itself, and beside the line between the two.
  private @Nullable RegionCode regionAt(
      Coordinate position, String countryCode, PlaceMap.@Nullable Found nearest) {
    RegionCode area = regions.at(position, countryCode);
    if (nearest == null
        || area != null && (nearest.region().equals(area) || nearest.region().admin1().isEmpty())) {
      return area;
    }
    return area == null || knowsBetter(nearest, position) ? nearest.region() : area;
  }

  private boolean knowsBetter(PlaceMap.Found place, Coordinate position) {
    RegionCode there = regions.at(place.position(), place.region().countryCode());
    return place.meters() <= PLACE_IS_HERE_METERS && !place.region().equals(there)
        || regions.isWithin(REGION_LINE_ERROR_METERS, position, place.region());
  }

  private Address address(Zone zone, @Nullable RegionCode region, PlaceMap.Around around) {
    String countryCode = zone.countryCode();
    PlaceMap.Found town = around.town();
    PlaceMap.Found nearest = around.nearest();
    return new Address(
        countryCode,
        countryCode == null ? null : countryNames.of(countryCode),
        region == null || region.admin1().isEmpty() ? null : region.admin1(),
        region == null ? null : regionNames.of(region.label()),
        town == null ? null : town.name(),
        nearest == null ? null : nearest.name(),
        nearest == null ? null : nearest.meters(),
        zone.timeZone(),
        SOURCE,
        version);
  }
}
