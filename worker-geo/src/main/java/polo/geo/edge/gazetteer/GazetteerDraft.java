package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import polo.common.earth.Coordinate;

/// A gazetteer under way: what one starts from, changed part by part.
final class GazetteerDraft {

  Boundaries zones;
  Boundaries regions;
  List<Place> places;
  List<OwnPlace> ownPlaces = List.of();
  final Map<String, String> countryNames;
  final Map<String, String> regionNames;
  final Map<String, String> isoCodes;

  GazetteerDraft(GazetteerFiles from) {
    zones = Boundaries.read(from.get(GazetteerFiles.ZONES));
    regions = Boundaries.read(from.get(GazetteerFiles.REGIONS));
    places = Places.read(from.get(GazetteerFiles.PLACES)).toList();
    countryNames = names(from, GazetteerFiles.COUNTRY_NAMES);
    regionNames = names(from, GazetteerFiles.REGION_NAMES);
    isoCodes = names(from, GazetteerFiles.ISO_CODES);
  }

  private static Map<String, String> names(GazetteerFiles from, String file) {
    return new HashMap<>(Names.read(from.get(file)).byCode());
  }

  /// Puts these regions in the place of all regions of their countries. Places go with the region
  /// that is drawn around them.
  void setRegions(Boundaries better) {
    Set<String> countries =
        better.areas().stream()
            .map(area -> RegionCode.of(area.label()).countryCode())
            .collect(Collectors.toSet());
    regions =
        regions
            .relabelled(label ->
                countries.contains(RegionCode.of(label).countryCode())
                    ? Optional.empty()
                    : Optional.of(label))
            .with(better.relabelled(label -> Optional.of(label + EmbeddedGazetteer.SURVEYED)));
    RegionMap map =
        new RegionMap(
            new AreaIndex(new AreaIndexWriter(better).toBuffer()),
            better.areas().stream().map(area -> RegionCode.of(area.label())).toList());
    places = places.stream().map(place -> inRegionOf(map, place)).toList();
  }

  private static Place inRegionOf(RegionMap map, Place place) {
    Coordinate position =
        new Coordinate(GridUnits.degrees(place.y()), GridUnits.degrees(place.x()));
    RegionCode around = map.at(position, place.region().countryCode());
    return around == null ? place : place.withRegion(around);
  }

  GazetteerFiles files(String edition) {
    Map<String, byte[]> files =
        new HashMap<>(
            Map.of(
                GazetteerFiles.ZONES, zones.toBytes(),
                GazetteerFiles.REGIONS, regions.toBytes(),
                GazetteerFiles.PLACES, Places.toBytes(places),
                GazetteerFiles.COUNTRY_NAMES, new Names(countryNames).toBytes(),
                GazetteerFiles.REGION_NAMES, new Names(regionNames).toBytes(),
                GazetteerFiles.ISO_CODES, new Names(isoCodes).toBytes()));
    if (!ownPlaces.isEmpty()) {
      String own = ownPlaces.stream().map(place -> place + "\n").collect(Collectors.joining());
      files.put(GazetteerFiles.OWN_PLACES, own.getBytes(UTF_8));
    }
    return GazetteerFiles.of(edition, files);
  }
}
