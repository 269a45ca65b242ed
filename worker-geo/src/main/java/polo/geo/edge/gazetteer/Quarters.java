package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import polo.common.earth.Coordinate;
import polo.geo.geocode.UrbanRadius;

/// Tells quarters from towns where the source doesn't: a place of unknown kind that lies within the
/// disc of a city of its region with far more people is a quarter of it. Else a visit to Lisbon
/// would be one to Baixa.
final class Quarters {

  /// A city has that many times the people of its quarter.
  private static final int TIMES_THE_PEOPLE = 20;

  private static final int CITY_PEOPLE = 30_000;

  /// People in a place where nobody has counted.
  private static final int HAMLET_PEOPLE = 500;

  private Quarters() {}

  static List<Place> marked(List<Place> places) {
    Map<RegionCode, List<Place>> cities =
        places.stream()
            .filter(place -> place.kind() != PlaceKind.PART && place.population() >= CITY_PEOPLE)
            .collect(Collectors.groupingBy(Place::region));
    List<Place> marked = new ArrayList<>(places.size());
    for (Place place : places) {
      boolean isQuarter =
          place.kind() == PlaceKind.UNCONFIRMED
              && cities.getOrDefault(place.region(), List.of()).stream()
                  .anyMatch(city -> isQuarter(place, city));
      marked.add(isQuarter ? place.withKind(PlaceKind.PART) : place);
    }
    return marked;
  }

  private static boolean isQuarter(Place place, Place city) {
    if (city.population() < TIMES_THE_PEOPLE * Math.max(place.population(), HAMLET_PEOPLE)) {
      return false;
    }
    double radius = UrbanRadius.DEFAULT.metersOf(city.population(), city.kind() == PlaceKind.TOWN);
    return position(place).metersTo(position(city)) <= radius;
  }

  private static Coordinate position(Place place) {
    return new Coordinate(GridUnits.degrees(place.y()), GridUnits.degrees(place.x()));
  }
}
