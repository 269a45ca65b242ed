package polo.testkit.history;

import java.util.List;
import java.util.random.RandomGenerator;
import polo.common.earth.Coordinate;

/// Where made-up users live and travel.
record City(Coordinate center, double altitudeMeters, int hoursAheadOfUtc) {

  private static final List<City> ALL =
      List.of(
          // Utrecht, Lisbon, London, Berlin
          city(52.0907, 5.1214, 5, 1),
          city(38.7223, -9.1393, 60, 0),
          city(51.5072, -0.1276, 25, 0),
          city(52.5200, 13.4050, 40, 1),
          // New York, San Francisco, Mexico City, São Paulo
          city(40.7128, -74.0060, 15, -5),
          city(37.7749, -122.4194, 40, -8),
          city(19.4326, -99.1332, 2_240, -6),
          city(-23.5505, -46.6333, 760, -3),
          // Cape Town, Nairobi, Mumbai, Tokyo, Sydney
          city(-33.9249, 18.4241, 40, 2),
          city(-1.2921, 36.8219, 1_670, 3),
          city(19.0760, 72.8777, 10, 5),
          city(35.6762, 139.6503, 35, 9),
          city(-33.8688, 151.2093, 30, 10));

  static City any(RandomGenerator random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  private static City city(double latitude, double longitude, double altitude, int hours) {
    return new City(new Coordinate(latitude, longitude), altitude, hours);
  }
}
