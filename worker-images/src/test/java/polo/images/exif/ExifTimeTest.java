package polo.images.exif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026:07:14 09:15:30, 2026-07-14T09:15:30,",
    "2026-07-14T09:15:30+02:00, 2026-07-14T09:15:30, +02:00",
    "2026-07-14T09:15Z, 2026-07-14T09:15:00, Z",
    "2026/07/14 09:15:30.25, 2026-07-14T09:15:30.25,",
    "2026:7:4 9:5:3, 2026-07-04T09:05:03,"
  })
  void a_time_is_read_as_cameras_write_it(String text, LocalDateTime local, ZoneOffset offset) {
    assertThat(ExifTime.reading(text)).contains(new ExifTime.Reading(local, offset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000:00:00 00:00:00",
        "    :  :     :  :  ",
        "2026:13:01 00:00:00",
        "2026:02:30 12:00:00",
        "2026:07:14 24:00:00",
        "2026:07:14",
        "0NaN-NaN-NaN"
      })
  void what_is_no_time_is_absent(String text) {
    assertThat(ExifTime.reading(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 500000000",
    "50, 500000000",
    "054, 54000000",
    "1234567891, 123456789",
    "'  ', 0",
    "x, 0"
  })
  void sub_seconds_are_digits_behind_the_point(String digits, int nanos) {
    LocalDateTime noon = LocalDateTime.of(2026, 7, 14, 12, 0);

    assertThat(ExifTime.withSubSeconds(noon, digits)).isEqualTo(noon.withNano(nanos));
  }

  @ParameterizedTest
  @CsvSource({"+05:30, +05:30", "-0800, -08:00", "Z, Z", "+00:00, Z", "' +2:00 ', +02:00"})
  void an_offset_is_read_as_cameras_write_it(String text, ZoneOffset offset) {
    assertThat(ExifTime.offset(text)).contains(offset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   :  ", "+99:00", "+02:75", "CEST"})
  void what_is_no_offset_is_absent(String text) {
    assertThat(ExifTime.offset(text)).isEmpty();
  }

  @Test
  void satellites_give_a_date_and_three_numbers() {
    assertThat(ExifTime.satellite("2008:10:23", new double[] {14, 27, 7.24}))
        .contains(Instant.parse("2008-10-23T14:27:07.240Z"));
  }

  @Test
  void satellites_without_a_fix_give_no_time() {
    assertThat(ExifTime.satellite("2008:10:23", new double[] {14, Double.NaN, 0})).isEmpty();
    assertThat(ExifTime.satellite("2008:10:23", new double[] {24, 0, 0})).isEmpty();
    assertThat(ExifTime.satellite("2014:09:259", new double[] {13, 5, 12})).isEmpty();
    assertThat(ExifTime.satellite("2008:10:23", new double[0])).isEmpty();
  }
}
