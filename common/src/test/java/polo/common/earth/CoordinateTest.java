package polo.common.earth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTest {

  /// Rosetta Code, "Haversine formula", for a radius of 6371.0 km.
  @Test
  void nashville_to_los_angeles_is_as_far_as_published() {
    Coordinate nashville = new Coordinate(36.12, -86.67);
    Coordinate losAngeles = new Coordinate(33.94, -118.40);

    double meters = nashville.metersTo(losAngeles) * 6_371_000 / Coordinate.EARTH_RADIUS_METERS;

    assertThat(meters).isCloseTo(2_886_444.4428379834, within(1e-3));
  }

  /// Movable Type Scripts, "Calculate distance, bearing and more", Land's End to John o' Groats.
  @Test
  void lands_end_to_john_o_groats_is_as_far_and_as_far_north_as_published() {
    Coordinate landsEnd =
        new Coordinate(50.0 + 3.0 / 60 + 59.0 / 3600, -(5 + 42.0 / 60 + 53.0 / 3600));
    Coordinate johnOGroats =
        new Coordinate(58 + 38.0 / 60 + 38.0 / 3600, -(3 + 4.0 / 60 + 12.0 / 3600));

    assertThat(landsEnd.metersTo(johnOGroats)).isCloseTo(968_900, within(50.0));
    assertThat(landsEnd.bearingTo(johnOGroats))
        .isCloseTo(9 + 7.0 / 60 + 11.0 / 3600, within(1 / 3600.0));
  }

  /// Lengths of a degree on WGS 84, from the geodesy tables: the sphere is within 0.57 %.
  @ParameterizedTest(name = "{0} {1} to {2} {3}")
  @CsvSource({
    "-0.5, 10, 0.5, 10, 110574.3",
    "89, 10, 90, 10, 111693.9",
    "44.5, 10, 45.5, 10, 111131.8",
    "0, 10, 0, 11, 111319.5",
    "60, 10, 60, 11, 55800.0"
  })
  void the_sphere_is_near_the_ellipsoid(
      double latitude1, double longitude1, double latitude2, double longitude2, double published) {
    assertThat(Coordinate.metersBetween(latitude1, longitude1, latitude2, longitude2))
        .isCloseTo(published, Percentage.withPercentage(0.57));
  }

  @Test
  void distance_crosses_the_antimeridian_and_reaches_the_other_side_of_earth() {
    double half = Math.PI * Coordinate.EARTH_RADIUS_METERS;

    assertThat(new Coordinate(0, 179.9).metersTo(new Coordinate(0, -179.9)))
        .isCloseTo(0.2 / 180 * half, within(1e-3));
    assertThat(new Coordinate(90, 0).metersTo(new Coordinate(-90, 77)))
        .isCloseTo(half, within(1e-3));
    assertThat(new Coordinate(0, 0).metersTo(new Coordinate(0, 180))).isCloseTo(half, within(1e-3));
  }

  @Test
  void a_centimetre_is_still_a_distance() {
    assertThat(new Coordinate(52.5, 13.4).metersTo(new Coordinate(52.5000001, 13.4)))
        .isCloseTo(0.0111, within(1e-4));
  }

  @ParameterizedTest(name = "{0} {1} is {2} degrees from north")
  @CsvSource({"1, 0, 0", "0, 1, 90", "-1, 0, 180", "0, -1, 270", "0, 0, 0"})
  void bearings_go_clockwise_from_north(double latitude, double longitude, double degrees) {
    assertThat(new Coordinate(0, 0).bearingTo(new Coordinate(latitude, longitude)))
        .isCloseTo(degrees, within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void distance_is_the_same_both_ways_and_no_detour_is_shorter(long seed) {
    Random random = new Random(seed);
    Coordinate a = anywhere(random);
    Coordinate b = anywhere(random);
    Coordinate c = anywhere(random);

    assertThat(a.metersTo(b)).isEqualTo(b.metersTo(a));
    assertThat(a.metersTo(a)).isZero();
    assertThat(a.metersTo(c) + c.metersTo(b)).isGreaterThanOrEqualTo(a.metersTo(b) - 1e-6);
    assertThat(a.bearingTo(b)).isBetween(0.0, Math.nextDown(360.0));
  }

  @ParameterizedTest
  @CsvSource({"90.0001, 0", "-90.0001, 0", "0, 180.0001", "0, -180.0001", "NaN, 0", "0, NaN"})
  void nothing_lies_beyond_earth(double latitude, double longitude) {
    assertThat(Coordinate.isOnEarth(latitude, longitude)).isFalse();
    assertThatThrownBy(() -> new Coordinate(latitude, longitude))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Coordinate anywhere(Random random) {
    return new Coordinate(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
  }
}
