package polo.geo.edge.gazetteer;

import static polo.geo.edge.gazetteer.Atlas.Part.PLACE_REGIONS;
import static polo.geo.edge.gazetteer.Atlas.Part.REGION_LABELS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.Answer;
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

  /// Ends the label of a region whose lines were imported.
  static final String SURVEYED = "*";

  /// As far as a place speaks for its surroundings against an area.
  private static final double PLACE_IS_HERE_METERS = 5_000;

  /// How far lines between regions may be from where they should be.
  private static final double REGION_LINE_ERROR_METERS = 1_000;

  /// As far as a place can be the suburb one is in.
  private static final double SUBURB_LIMIT_METERS = 3_000;

  private final String version;
  private final ZoneMap zones;
  private final RegionMap regions;
  private final PlaceMap places;
  private final Borders borders;
  private final Trust trust = Trust.DEFAULT;
  private final Names countryNames;
  private final Names regionNames;
  private final Names isoCodes;
  private final OwnPlaces ownPlaces;

  /// Regions whose lines were imported, and are better than what a place nearby says.
  private final Set<RegionCode> surveyed = new HashSet<>();

  private final Map<String, ZoneId> zoneIds = new ConcurrentHashMap<>();

  EmbeddedGazetteer(Atlas atlas) {
    this(atlas, List.of());
  }

  EmbeddedGazetteer(Atlas atlas, List<String> preferredClaims) {
    version = atlas.version();
    AreaIndex areas = new AreaIndex(atlas.part(Atlas.Part.ZONES));
    List<Claim> claims = claims(atlas);
    zones = new ZoneMap(areas, claims, preferredClaims);
    borders = new Borders(areas, claims);
    Map<String, RegionCode> known = new HashMap<>();
    regions =
        new RegionMap(
            new AreaIndex(atlas.part(Atlas.Part.REGIONS)), codes(atlas, REGION_LABELS, known));
    places =
        new PlaceMap(
            atlas.part(Atlas.Part.PLACES), codes(atlas, PLACE_REGIONS, known), UrbanRadius.DEFAULT);
    countryNames = Names.read(atlas.text(Atlas.Part.COUNTRY_NAMES));
    regionNames = Names.read(atlas.text(Atlas.Part.REGION_NAMES));
    isoCodes = Names.read(atlas.text(Atlas.Part.ISO_CODES));
    for (String label : atlas.lines(REGION_LABELS)) {
      if (label.endsWith(SURVEYED)) {
        surveyed.add(RegionCode.of(withoutMark(label)));
      }
    }
    ownPlaces = ownPlaces(atlas);
  }

  /// One object for each region, so that equals are found equal at a glance.
  private static List<RegionCode> codes(
      Atlas atlas, Atlas.Part part, Map<String, RegionCode> known) {
    List<RegionCode> codes = new ArrayList<>();
    for (String label : atlas.lines(part)) {
      codes.add(known.computeIfAbsent(withoutMark(label), RegionCode::of));
    }
    return codes;
  }

  private static String withoutMark(String label) {
    return label.endsWith(SURVEYED) ? label.substring(0, label.length() - 1) : label;
  }

  private static OwnPlaces ownPlaces(Atlas atlas) {
    List<OwnPlace> places = new ArrayList<>();
    for (String line : atlas.lines(Atlas.Part.OWN_PLACES)) {
      places.add(OwnPlace.of(line));
    }
    return places.isEmpty() ? OwnPlaces.NONE : new OwnPlaces(places);
  }

  private static List<Claim> claims(Atlas atlas) {
    List<Claim> claims = new ArrayList<>();
    for (String label : atlas.lines(Atlas.Part.ZONE_LABELS)) {
      claims.add(Claim.of(label));
    }
    return claims;
  }

  /// The shipped gazetteer, shared by all. The first call maps it (milliseconds; seconds the first
  /// time ever, when it is laid out and kept in the user's cache folder).
  public static EmbeddedGazetteer load() {
    return Shared.GAZETTEER;
  }

  private static final class Shared {
    static final EmbeddedGazetteer GAZETTEER = new EmbeddedGazetteer(AtlasShelf.ofUser().shipped());
  }

  /// The shipped gazetteer under a policy of one's own.
  ///
  /// @param preferredClaims ISO codes of countries which, where claims overlap, come before others;
  ///   the first before the second. `RS` makes Kosovo Serbian, `RU` gives Abkhazia to Russia.
  public static EmbeddedGazetteer preferring(List<String> preferredClaims) {
    return preferredClaims.isEmpty()
        ? load()
        : new EmbeddedGazetteer(AtlasShelf.ofUser().shipped(), preferredClaims);
  }

  /// A gazetteer of one's own, as `polo gazetteer build` writes it.
  ///
  /// @throws IllegalArgumentException when the file is no gazetteer
  public static EmbeddedGazetteer open(Path file) throws IOException {
    return open(file, List.of());
  }

  /// As [#open(Path)], under a policy as with [#preferring].
  public static EmbeddedGazetteer open(Path file, List<String> preferredClaims) throws IOException {
    return new EmbeddedGazetteer(Atlas.map(file), preferredClaims);
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

  int placeCount() {
    return places.size();
  }

  boolean isCovered(Coordinate position) {
    return zones.isCovered(position);
  }

  /// Whether the country is among those whose areas hold the position.
  boolean isClaimedBy(String countryCode, Coordinate position) {
    return countryCode.equals(zones.at(position).countryCode())
        || zones.claimants(position).contains(countryCode);
  }

  List<String> claimantsOf(Coordinate position) {
    return zones.claimants(position);
  }

  /// Country and time zone, without looking for places: several times cheaper than the whole
  /// address.
  public Zone countryAndZoneAt(Coordinate position) {
    return zones.at(position);
  }

  @Override
  public Address addressOf(Coordinate position) {
    Zone zone = zones.at(position);
    PlaceMap.Around around = places.around(position, zone.countryCode());
    return address(position, zone, regionAt(position, zone, around), around);
  }

  @Override
  public Answer answerAt(Coordinate position, double accuracyMeters) {
    Zone zone = zones.at(position);
    PlaceMap.Around around = places.around(position, zone.countryCode());
    RegionCode region = regionAt(position, zone, around);
    RegionCode area = areaAt(position, zone);
    Borders.Near border = borders.near(position, accuracyMeters);
    List<String> disputed = zones.claimants(position);
    PlaceMap.Spot nearest = around.nearest();
    return new Answer(
        address(position, zone, region, around),
        isoCodeOf(region, area),
        suburbAt(position, around),
        bearing(position, nearest),
        border.meters(),
        border.countries().stream().filter(c -> !c.equals(zone.countryCode())).toList(),
        disputed,
        new Answer.Confidence(
            trust.inCountry(zone.countryCode(), border.meters(), accuracyMeters, disputed.size()),
            trust.inRegion(region, area),
            trust.inTown(around.town(), position)));
  }

  private @Nullable Double bearing(Coordinate position, PlaceMap.@Nullable Spot nearest) {
    OwnPlace own = ownPlaces.at(position);
    if (own != null) {
      return position.bearingTo(own.centre());
    }
    return nearest == null ? null : position.bearingTo(nearest.position());
  }

  /// The area's, unless a place nearby knows better: areas are drawn with errors of a kilometre or
  /// more, but a place knows which region it belongs to. So the place wins where areas are silent,
  /// where the area is wrong about the place itself, and beside the line between the two.
  private @Nullable RegionCode regionAt(Coordinate position, Zone zone, PlaceMap.Around around) {
    RegionCode area = areaAt(position, zone);
    PlaceMap.Spot nearest = around.nearest();
    if (nearest == null || zone.countryCode() == null) {
      return area;
    }
    if (area != null && !surveyed.isEmpty() && surveyed.contains(area)) {
      return area;
    }
    if (area == null || area.admin1().isEmpty()) {
      return nearest.region();
    }
    if (nearest.region().equals(area) || nearest.region().admin1().isEmpty()) {
      return area;
    }
    return knowsBetter(nearest, position) ? nearest.region() : area;
  }

  private @Nullable RegionCode areaAt(Coordinate position, Zone zone) {
    String countryCode = zone.countryCode();
    return countryCode == null ? null : regions.at(position, countryCode);
  }

  private boolean knowsBetter(PlaceMap.Spot place, Coordinate position) {
    if (place.metersFrom(position) <= PLACE_IS_HERE_METERS) {
      RegionCode there = regions.at(place.position(), place.region().countryCode());
      if (!place.region().equals(there)) {
        return true;
      }
    }
    return regions.isWithin(REGION_LINE_ERROR_METERS, position, place.region());
  }

  private @Nullable String isoCodeOf(@Nullable RegionCode region, @Nullable RegionCode area) {
    if (area != null && area.isoCode() != null) {
      return area.isoCode();
    }
    return region == null ? null : isoCodes.of(region.label());
  }

  /// The nearest place, when it lies within the disc of the town and isn't the town itself.
  private static @Nullable String suburbAt(Coordinate position, PlaceMap.Around around) {
    PlaceMap.Spot town = around.town();
    PlaceMap.Spot nearest = around.nearest();
    if (town == null
        || nearest == null
        || nearest.equals(town)
        || nearest.metersFrom(position) > SUBURB_LIMIT_METERS
        || town.metersFrom(position) > town.radiusMeters()) {
      return null;
    }
    return nearest.name();
  }

  private Address address(
      Coordinate position, Zone zone, @Nullable RegionCode region, PlaceMap.Around around) {
    String countryCode = zone.countryCode();
    PlaceMap.Spot town = around.town();
    PlaceMap.Spot nearest = around.nearest();
    OwnPlace own = ownPlaces.at(position);
    if (own != null) {
      return ownAddress(own, position, zone, region, town);
    }
    return new Address(
        countryCode,
        countryCode == null ? null : countryNames.of(countryCode),
        region == null || region.admin1().isEmpty() ? null : region.admin1(),
        region == null ? null : regionNames.of(region.label()),
        town == null ? null : town.name(),
        nearest == null ? null : nearest.name(),
        nearest == null ? null : nearest.metersFrom(position),
        zone.timeZone(),
        SOURCE,
        version);
  }

  private Address ownAddress(
      OwnPlace own,
      Coordinate position,
      Zone zone,
      @Nullable RegionCode region,
      PlaceMap.@Nullable Spot town) {
    String countryCode = zone.countryCode();
    String townName = town == null ? null : town.name();
    return new Address(
        countryCode,
        countryCode == null ? null : countryNames.of(countryCode),
        region == null || region.admin1().isEmpty() ? null : region.admin1(),
        region == null ? null : regionNames.of(region.label()),
        own.isTown() ? own.name() : townName,
        own.name(),
        own.centre().metersTo(position),
        zone.timeZone(),
        SOURCE,
        version);
  }
}
