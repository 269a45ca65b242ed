package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import polo.common.earth.Coordinate;
import polo.geo.geocode.UrbanRadius;

/// Tells quarters from towns.
///
/// A place of unknown kind that lies within the disc of a city of its region with far more people
/// is a quarter of it; else a visit to Lisbon would be one to Baixa. So is one that the source
/// calls a town, deep in a city a hundred times as large: Stratford was one, now it is in London.
/// And what the source calls a quarter, but lies within no town's disc, is a town: Jarrahdale is
/// counted to Perth, whose houses end 30 km before it.
final class Quarters {

  /// A city has that many times the people of its quarter.
  private static final int TIMES_THE_PEOPLE = 20;

  /// And so many times those of a town that it has swallowed.
  private static final int TIMES_THE_PEOPLE_OF_A_TOWN = 100;

  /// Of the radius of a city, where towns have become its quarters.
  private static final double INNER_SHARE = 1.0 / 3;

  private static final int CITY_PEOPLE = 30_000;

  /// What a quarter can be part of has as many people at least.
  private static final int TOWN_PEOPLE = 5_000;

  /// People in a place where nobody has counted.
  private static final int HAMLET_PEOPLE = 500;

  /// Grid units between places that no disc spans: half a degree of latitude.
  private static final int FAR_NORTH_OR_SOUTH = GridUnits.PER_DEGREE / 2;

  private Quarters() {}

  static List<Place> marked(List<Place> places) {
    Map<RegionCode, List<Place>> cities =
        places.stream()
            .filter(place -> isTown(place) && place.population() >= CITY_PEOPLE)
            .collect(Collectors.groupingBy(Place::region));
    Map<String, List<Place>> towns =
        places.stream()
            .filter(place -> isTown(place) && place.population() >= TOWN_PEOPLE)
            .collect(Collectors.groupingBy(place -> place.region().countryCode()));
    List<Place> marked = new ArrayList<>(places.size());
    for (Place place : places) {
      List<Place> around = cities.getOrDefault(place.region(), List.of());
      boolean isPart =
          switch (place.kind()) {
            case UNCONFIRMED -> around.stream().anyMatch(city -> isQuarterOf(city, place));
            case TOWN -> around.stream().anyMatch(city -> isSwallowedBy(city, place));
            case QUARTER ->
                towns.getOrDefault(place.region().countryCode(), List.of()).stream()
                    .anyMatch(town -> isWithin(1, town, place));
            case PART -> false;
          };
      marked.add(isPart ? place.withKind(PlaceKind.PART) : asTown(place));
    }
    return marked;
  }

  private static boolean isTown(Place place) {
    return place.kind() == PlaceKind.TOWN || place.kind() == PlaceKind.UNCONFIRMED;
  }

  private static Place asTown(Place place) {
    return place.kind() == PlaceKind.QUARTER ? place.withKind(PlaceKind.TOWN) : place;
  }

  private static boolean isQuarterOf(Place city, Place place) {
    return hasPeople(TIMES_THE_PEOPLE, city, place) && isWithin(1, city, place);
  }

  private static boolean isSwallowedBy(Place city, Place town) {
    return hasPeople(TIMES_THE_PEOPLE_OF_A_TOWN, city, town) && isWithin(INNER_SHARE, city, town);
  }

  private static boolean hasPeople(int times, Place city, Place place) {
    return city.population() >= (long) times * Math.max(place.population(), HAMLET_PEOPLE);
  }

  private static boolean isWithin(double share, Place city, Place place) {
    if (Math.abs(city.y() - place.y()) > FAR_NORTH_OR_SOUTH) {
      return false;
    }
    double radius = UrbanRadius.DEFAULT.metersOf(city.population(), city.kind() == PlaceKind.TOWN);
    return position(place).metersTo(position(city)) <= share * radius;
  }

  private static Coordinate position(Place place) {
    return new Coordinate(GridUnits.degrees(place.y()), GridUnits.degrees(place.x()));
  }
}
