package polo.images.exif;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import polo.common.document.Photo.PhotoPosition;

class GpsReadingTest {

  @Test
  void degrees_minutes_and_seconds_add_up() {
    GpsReading reading =
        new GpsReading(new double[] {52, 15, 0}, "N", new double[] {5, 7, 30}, "E", 12.5);

    assertThat(reading.position()).contains(new PhotoPosition(52.25, 5.125, 12.5, "exif"));
  }

  @Test
  void south_and_west_are_negative() {
    GpsReading reading =
        new GpsReading(new double[] {33.8688}, "S", new double[] {70.6693}, "w", null);

    assertThat(reading.position()).contains(new PhotoPosition(-33.8688, -70.6693, null, "exif"));
  }

  @Test
  void the_equator_and_the_meridian_are_real() {
    assertThat(at(0, "N", 36.8219, "E").position()).isPresent();
    assertThat(at(51.4779, "N", 0, "W").position())
        .contains(new PhotoPosition(51.4779, 0.0, null, "exif"));
  }

  @Test
  void where_both_cross_there_are_only_receivers_without_a_fix() {
    assertThat(at(0, "N", 0, "E").position()).isEmpty();
    assertThat(at(0, "S", 0, "W").position()).isEmpty();
  }

  @Test
  void a_position_off_the_earth_is_none() {
    assertThat(at(123, "N", 200, "E").position()).isEmpty();
    assertThat(at(Double.NaN, "N", 5, "E").position()).isEmpty();
    assertThat(at(Double.POSITIVE_INFINITY, "N", 5, "E").position()).isEmpty();
  }

  @Test
  void without_sides_nothing_is_guessed() {
    assertThat(at(52, null, 5, null).position()).isEmpty();
    assertThat(at(52, "N", 5, "").position()).isEmpty();
  }

  @Test
  void without_numbers_there_is_no_position() {
    assertThat(new GpsReading(new double[0], "N", new double[0], "E", null).position()).isEmpty();
  }

  private static GpsReading at(
      double lat, @Nullable String latSide, double lon, @Nullable String lonSide) {
    return new GpsReading(new double[] {lat}, latSide, new double[] {lon}, lonSide, null);
  }
}
