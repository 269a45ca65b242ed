package polo.common.earth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeohashTest {

  /// The names that Wikipedia and geohash.org give.
  @ParameterizedTest
  @CsvSource({
    "57.64911, 10.40744, u4pruydq",
    "42.605, -5.603, ezs42s00",
    "-90, -180, 00000000",
    "90, 180, zzzzzzzz",
    "0, 0, s0000000"
  })
  void a_cell_has_the_name_others_give_it(double latitude, double longitude, String name) {
    assertThat(Geohash.ofPlace(new Coordinate(latitude, longitude))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"57.64911, 10.40744", "-33.8567, 151.2152"})
  void a_cells_name_begins_with_that_of_the_larger_one(double latitude, double longitude) {
    Coordinate position = new Coordinate(latitude, longitude);

    assertThat(Geohash.of(position, 8)).startsWith(Geohash.of(position, 5));
  }
}
