package polo.geo.edge.gazetteer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  private final Places places;
  private final PlaceTree tree;
  private final Map<String, Integer> countries = new LinkedHashMap<>();
  private final PlaceTree.Yardstick remoteness;

  PlaceMap(Places places, UrbanRadius urbanRadius) {
    this.places = places;
    tree = new PlaceTree(places, countryNumbers(places), radii(places, urbanRadius));
    remoteness =
        (meters, radius) ->
            radius > 0 && meters <= TOWN_LIMIT_METERS
                ? urbanRadius.remoteness(meters, radius)
                : Double.POSITIVE_INFINITY;
  }

  /// A place, by number and name, and how far away it is.
  record Found(int place, String name, RegionCode region, double meters) {}

  /// The nearest place of any size in the country; on the open sea, of any country.
  Optional<Found> nearest(Coordinate position, @Nullable String countryCode) {
    return search(position, countryCode, DISTANCE);
  }

  /// The town which the position belongs to.
  Optional<Found> town(Coordinate position, String countryCode) {
    return search(position, countryCode, remoteness);
  }

  private Optional<Found> search(
      Coordinate position, @Nullable String countryCode, PlaceTree.Yardstick yardstick) {
    int country =
        countryCode == null
            ? PlaceTree.ANY_COUNTRY
            : countries.getOrDefault(countryCode, countries.size());
    int place = tree.cheapest(position, country, yardstick);
    return place == PlaceTree.NONE ? Optional.empty() : Optional.of(found(place, position));
  }

  private Found found(int place, Coordinate from) {
    return new Found(
        place,
        places.nameOf(place),
        places.regions().get(places.regionOf(place)),
        from.metersTo(places.positionOf(place)));
  }

  private short[] countryNumbers(Places places) {
    short[] ofRegion = new short[places.regions().size()];
    for (int region = 0; region < ofRegion.length; region++) {
      String countryCode = places.regions().get(region).countryCode();
      countries.putIfAbsent(countryCode, countries.size());
      ofRegion[region] = countries.get(countryCode).shortValue();
    }
    short[] ofPlace = new short[places.size()];
    for (int place = 0; place < ofPlace.length; place++) {
      ofPlace[place] = ofRegion[places.regionOf(place)];
    }
    return ofPlace;
  }

  private static float[] radii(Places places, UrbanRadius urbanRadius) {
    float[] radii = new float[places.size()];
    for (int place = 0; place < radii.length; place++) {
      radii[place] =
          switch (places.kindOf(place)) {
            case PART -> 0;
            case UNCONFIRMED -> (float) urbanRadius.metersOf(places.populationOf(place), false);
            case TOWN -> (float) urbanRadius.metersOf(places.populationOf(place), true);
          };
    }
    return radii;
  }
}
