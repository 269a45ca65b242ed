package polo.geo.edge.gazetteer;

import polo.common.earth.Coordinate;
import polo.geo.geocode.UrbanRadius;

/// The plain version of [PlaceMap]: every place is weighed.
record ScanOfAllPlaces(Places places, UrbanRadius urbanRadius) {

  double metersToNearest(Coordinate position, String countryCode) {
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < places.size(); place++) {
      if (isIn(place, countryCode)) {
        least = Math.min(least, position.metersTo(places.positionOf(place)));
      }
    }
    return least;
  }

  double leastRemoteness(Coordinate position, String countryCode) {
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < places.size(); place++) {
      if (isIn(place, countryCode) && places.kindOf(place) != PlaceKind.PART) {
        least = Math.min(least, remoteness(position, place));
      }
    }
    return least;
  }

  double remotenessOf(Coordinate position, PlaceMapTest.Found found) {
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < places.size(); place++) {
      if (places.positionOf(place).equals(found.position())
          && places.kindOf(place) != PlaceKind.PART) {
        least = Math.min(least, remoteness(position, place));
      }
    }
    return least;
  }

  double remoteness(Coordinate position, int place) {
    double radius =
        urbanRadius.metersOf(places.populationOf(place), places.kindOf(place) == PlaceKind.TOWN);
    return urbanRadius.remoteness(position.metersTo(places.positionOf(place)), radius);
  }

  private boolean isIn(int place, String countryCode) {
    return places.regions().get(places.regionOf(place)).countryCode().equals(countryCode);
  }
}
