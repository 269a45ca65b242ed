package polo.geo.edge.gazetteer;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.geo.edge.gazetteer.PlaceTreeWriter.Vector;
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
  private final @Nullable Spot[] spots;
  private final List<RegionCode> regions;
  private final Map<String, Integer> countries = new HashMap<>();
  private final PlaceTree.Yardstick remoteness;
  private final Neighbourhoods neighbourhoods;

  /// @param file as [PlaceTreeWriter] makes it
  /// @param regions those that places belong to
  PlaceMap(ByteBuffer file, List<RegionCode> regions, UrbanRadius urbanRadius) {
    this.regions = regions;
    tree = new PlaceTree(file, countryNumbers());
    spots = new Spot[tree.size()];
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

  /// A place, gathered from the columns when it is the answer for the first time: fetching it from
  /// there each time would be a cache miss for each fact.
  ///
  /// @param radiusMeters 0 for a place which is no town
  record Spot(
      String name, RegionCode region, double latitude, double longitude, double radiusMeters) {

    Coordinate position() {
      return new Coordinate(latitude, longitude);
    }

    double metersFrom(Coordinate other) {
      return Coordinate.metersBetween(other.latitude(), other.longitude(), latitude, longitude);
    }
  }

  /// What is around a position.
  ///
  /// @param nearest the nearest place of any size in the country; on the open sea, of any country
  /// @param town the town which the position belongs to; none on the open sea
  record Around(@Nullable Spot nearest, @Nullable Spot town) {}

  Around around(Coordinate position, @Nullable String countryCode) {
    int country = numberOf(countryCode);
    Neighbourhoods.Neighbourhood here = neighbourhoods.of(position, country);
    if (here == null) {
      Vector target = Vector.of(position);
      return around(
          tree.cheapest(target, country, DISTANCE),
          countryCode == null ? PlaceTree.NONE : tree.cheapest(target, country, remoteness));
    }
    Vector target = here.vectorOf(position);
    return around(
        here.nearest.nearest(target, NEAREST_PLACE_LIMIT_METERS),
        here.towns.cheapest(target, remoteness));
  }

  private Around around(int nearest, int town) {
    Spot nearestSpot = spot(nearest);
    return new Around(nearestSpot, town == nearest ? nearestSpot : spot(town));
  }

  private @Nullable Spot spot(int place) {
    if (place == PlaceTree.NONE) {
      return null;
    }
    Spot known = spots[place];
    if (known == null) {
      Coordinate at = tree.positionOf(place);
      known =
          new Spot(
              tree.nameOf(place),
              regions.get(tree.regionOf(place)),
              at.latitude(),
              at.longitude(),
              tree.radiusOf(place));
      spots[place] = known;
    }
    return known;
  }

  private int numberOf(@Nullable String countryCode) {
    if (countryCode == null) {
      return PlaceTree.ANY_COUNTRY;
    }
    Integer number = countries.get(countryCode);
    return number == null ? countries.size() : number;
  }

  int size() {
    return tree.size();
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
