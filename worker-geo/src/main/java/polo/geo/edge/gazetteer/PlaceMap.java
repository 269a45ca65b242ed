package polo.geo.edge.gazetteer;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.geo.geocode.UrbanRadius;

/// The nearest place, and the town one is in.
final class PlaceMap {

  /// Further away, a place says nothing about where one is.
  private static final double NEAREST_PLACE_LIMIT_METERS = 300_000;

  /// Further away from its centre, one isn't in a town, not even in the largest.
  private static final double TOWN_LIMIT_METERS = 50_000;

  private static final PlaceTree.Yardstick DISTANCE =
      (meters, radius) -> meters <= NEAREST_PLACE_LIMIT_METERS ? meters : Double.POSITIVE_INFINITY;

  private final PlaceTree tree;
  private final List<RegionCode> regions;
  private final Map<String, Integer> countries = new HashMap<>();
  private final PlaceTree.Yardstick remoteness;
  private final Neighbourhoods neighbourhoods;

  /// @param file as [PlaceTreeWriter] makes it
  /// @param regions those that places belong to
  PlaceMap(ByteBuffer file, List<RegionCode> regions, UrbanRadius urbanRadius) {
    this.regions = regions;
    tree = new PlaceTree(file, countryNumbers());
    remoteness =
        (meters, radius) ->
            radius > 0 && meters <= TOWN_LIMIT_METERS
                ? urbanRadius.remoteness(meters, radius)
                : Double.POSITIVE_INFINITY;
    neighbourhoods = new Neighbourhoods(tree, DISTANCE, remoteness);
  }

  static PlaceMap of(Places places, UrbanRadius urbanRadius) {
    return new PlaceMap(
        new PlaceTreeWriter(places, urbanRadius).toBuffer(), places.regions(), urbanRadius);
  }

  /// A place and how far away it is.
  record Found(String name, Coordinate position, RegionCode region, double meters) {}

  /// @param nearest the nearest place of any size in the country; on the open sea, of any country
  /// @param town the town which the position belongs to; none on the open sea
  record Around(@Nullable Found nearest, @Nullable Found town) {}

  Around around(Coordinate position, @Nullable String countryCode) {
    int country =
        countryCode == null
            ? PlaceTree.ANY_COUNTRY
            : countries.getOrDefault(countryCode, countries.size());
    Neighbourhoods.Neighbourhood here = neighbourhoods.of(position, country);
    if (here == null) {
      return around(
          position,
          tree.cheapest(position, country, DISTANCE),
          countryCode == null ? PlaceTree.NONE : tree.cheapest(position, country, remoteness));
    }
    return around(
        position,
        tree.cheapestOf(here.nearest, position, DISTANCE),
        tree.cheapestOf(here.towns, position, remoteness));
  }

  private Around around(Coordinate position, int nearest, int town) {
    Found nearestFound = found(nearest, position);
    return new Around(nearestFound, town == nearest ? nearestFound : found(town, position));
  }

  private @Nullable Found found(int place, Coordinate from) {
    if (place == PlaceTree.NONE) {
      return null;
    }
    Coordinate at = tree.positionOf(place);
    return new Found(tree.nameOf(place), at, regions.get(tree.regionOf(place)), from.metersTo(at));
  }

  private short[] countryNumbers() {
    short[] ofRegion = new short[regions.size()];
    for (int region = 0; region < ofRegion.length; region++) {
      String countryCode = regions.get(region).countryCode();
      countries.putIfAbsent(countryCode, countries.size());
      ofRegion[region] = countries.get(countryCode).shortValue();
    }
    return ofRegion;
  }
}
