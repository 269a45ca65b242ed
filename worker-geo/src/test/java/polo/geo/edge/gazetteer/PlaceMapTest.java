package polo.geo.edge.gazetteer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.geotools.referencing.GeodeticCalculator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.geo.geocode.UrbanRadius;

class PlaceMapTest {

  private static final Places PLACES = Places.read(Shipped.FILES.get(GazetteerFiles.PLACES));
  private static final PlaceMap MAP = PlaceMap.of(PLACES, UrbanRadius.DEFAULT);
  private static final ScanOfAllPlaces SCAN = new ScanOfAllPlaces(PLACES, UrbanRadius.DEFAULT);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void the_nearest_place_is_the_one_that_a_scan_of_all_finds(long seed) {
    Random random = new Random(seed);
    int somewhere = random.nextInt(PLACES.size());
    Coordinate position = near(PLACES.positionOf(somewhere), random);
    String country = countryOf(somewhere);

    Found found = nearest(position, country);

    assertThat(found.region().countryCode()).isEqualTo(country);
    assertThat(found.meters()).isCloseTo(SCAN.metersToNearest(position, country), within(2.0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void the_town_is_the_least_remote_that_a_scan_of_all_finds(long seed) {
    Random random = new Random(seed);
    int somewhere = random.nextInt(PLACES.size());
    Coordinate position = near(PLACES.positionOf(somewhere), random);
    String country = countryOf(somewhere);

    Found found = found(MAP.around(position, country).town(), position);

    assertThat(found.region().countryCode()).isEqualTo(country);
    assertThat(SCAN.remotenessOf(position, found))
        .isCloseTo(SCAN.leastRemoteness(position, country), within(0.002));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void distances_are_those_on_the_ellipsoid_to_within_0_6_percent(long seed) {
    Random random = new Random(seed);
    int somewhere = random.nextInt(PLACES.size());
    Coordinate position = near(PLACES.positionOf(somewhere), random);
    GeodeticCalculator geodesic = new GeodeticCalculator();

    Found found = nearest(position, countryOf(somewhere));
    Coordinate place = found.position();
    geodesic.setStartingGeographicPoint(position.longitude(), position.latitude());
    geodesic.setDestinationGeographicPoint(place.longitude(), place.latitude());

    assertThat(found.meters())
        .isCloseTo(
            geodesic.getOrthodromicDistance(), within(0.006 * geodesic.getOrthodromicDistance()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_cell_that_is_known_answers_as_the_tree_does(long seed) {
    Random random = new Random(seed);
    int somewhere = random.nextInt(PLACES.size());
    Coordinate position = near(PLACES.positionOf(somewhere), random);
    String country = countryOf(somewhere);
    PlaceMap fresh = PlaceMap.of(PLACES, UrbanRadius.DEFAULT);

    PlaceMap.Around first = fresh.around(position, country);
    fresh.around(position, country);
    PlaceMap.Around third = fresh.around(position, country);

    assertThat(third).isEqualTo(first);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_vector_by_a_pivot_is_the_one_by_sines(long seed) {
    Random random = new Random(seed);
    Coordinate middle = new Coordinate(random.nextDouble(-89, 89), random.nextDouble(-179, 179));
    Coordinate position =
        new Coordinate(
            middle.latitude() + random.nextDouble(-1, 1),
            middle.longitude() + random.nextDouble(-1, 1));

    PlaceTreeWriter.Vector quick = Pivot.of(middle).vectorOf(position);
    PlaceTreeWriter.Vector plain = PlaceTreeWriter.Vector.of(position);

    assertThat(quick.x()).isCloseTo(plain.x(), within(1e-6));
    assertThat(quick.y()).isCloseTo(plain.y(), within(1e-6));
    assertThat(quick.z()).isCloseTo(plain.z(), within(1e-6));
  }

  @Test
  void on_the_open_sea_the_nearest_place_of_any_country_is_found() {
    Coordinate offPortugal = new Coordinate(38.5, -9.7);

    Found found = nearest(offPortugal, null);

    assertThat(found.name()).isEqualTo("Cascais");
    assertThat(found.meters()).isCloseTo(32_600, within(100.0));
  }

  @Test
  void in_the_middle_of_an_ocean_no_place_is_near() {
    Coordinate midAtlantic = new Coordinate(30, -40);

    assertThat(MAP.around(midAtlantic, null).nearest()).isNull();
  }

  @Test
  void places_across_the_antimeridian_are_near() {
    Coordinate eastOfIt = new Coordinate(-16.8, -179.999);
    Coordinate westOfIt = new Coordinate(-16.8, 179.999);

    assertThat(nearest(eastOfIt, "FJ").name()).isEqualTo(nearest(westOfIt, "FJ").name());
  }

  @Test
  void a_country_without_places_has_none() {
    assertThat(MAP.around(new Coordinate(-54.42, 3.36), "BV").nearest()).isNull();
  }

  private static Found nearest(Coordinate position, @Nullable String countryCode) {
    return found(MAP.around(position, countryCode).nearest(), position);
  }

  private static Found found(PlaceMap.@Nullable Spot spot, Coordinate from) {
    PlaceMap.Spot there = requireNonNull(spot);
    return new Found(there.name(), there.position(), there.region(), there.metersFrom(from));
  }

  /// A place and how far away it is.
  record Found(String name, Coordinate position, RegionCode region, double meters) {}

  private static String countryOf(int place) {
    return PLACES.regions().get(PLACES.regionOf(place)).countryCode();
  }

  /// Within about ten kilometres.
  private static Coordinate near(Coordinate position, Random random) {
    return new Coordinate(
        Math.clamp(position.latitude() + random.nextGaussian(0, 0.05), -90, 90),
        Math.clamp(position.longitude() + random.nextGaussian(0, 0.05), -180, 180));
  }
}
