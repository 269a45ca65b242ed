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
  private final @Nullable String[] names;
  private final List<RegionCode> regions;
  private final Map<String, Integer> countries = new HashMap<>();
  private final PlaceTree.Yardstick remoteness;
  private final Neighbourhoods neighbourhoods;

  /// @param file as [PlaceTreeWriter] makes it
  /// @param regions those that places belong to
  PlaceMap(ByteBuffer file, List<RegionCode> regions, UrbanRadius urbanRadius) {
    this.regions = regions;
    tree = new PlaceTree(file, countryNumbers());
    names = new String[tree.size()];
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

  /// What is around a position: places by number, [PlaceTree#NONE] for none.
  ///
  /// @param nearest the nearest place of any size in the country; on the open sea, of any country
  /// @param town the town which the position belongs to; none on the open sea
  record Around(int nearest, int town) {

    boolean hasNearest() {
      return nearest != PlaceTree.NONE;
    }

    boolean hasTown() {
      return town != PlaceTree.NONE;
    }
  }

  Around around(Coordinate position, @Nullable String countryCode) {
    int country = numberOf(countryCode);
    Vector target = Vector.of(position);
    Neighbourhoods.Neighbourhood here = neighbourhoods.of(position, country);
    if (here == null) {
      return new Around(
          tree.cheapest(target, country, DISTANCE),
          countryCode == null ? PlaceTree.NONE : tree.cheapest(target, country, remoteness));
    }
    return new Around(
        here.nearest.cheapest(target, DISTANCE), here.towns.cheapest(target, remoteness));
  }

  private int numberOf(@Nullable String countryCode) {
    if (countryCode == null) {
      return PlaceTree.ANY_COUNTRY;
    }
    Integer number = countries.get(countryCode);
    return number == null ? countries.size() : number;
  }

  /// Names are read when someone asks, and kept.
  String nameOf(int place) {
    String name = names[place];
    if (name == null) {
      name = tree.nameOf(place);
      names[place] = name;
    }
    return name;
  }

  Coordinate positionOf(int place) {
    return tree.positionOf(place);
  }

  RegionCode regionOf(int place) {
    return regions.get(tree.regionOf(place));
  }

  double metersTo(int place, Coordinate from) {
    return tree.metersTo(place, from);
  }

  /// 0 for a place which is no town.
  double radiusOf(int place) {
    return tree.radiusOf(place);
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
