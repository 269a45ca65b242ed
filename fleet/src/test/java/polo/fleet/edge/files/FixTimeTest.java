package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixTimeTest {

  @ParameterizedTest
  @CsvSource({
    "1583349567.82, 2020-03-04T19:19:27.820Z",
    "1583349567, 2020-03-04T19:19:27Z",
    "1583349567.8209, 2020-03-04T19:19:27.820Z",
    "1583349567820, 2020-03-04T19:19:27.820Z",
    "1.583349567821E9, 2020-03-04T19:19:27.821Z",
    "0, 1970-01-01T00:00:00Z",
    "-1.5, 1969-12-31T23:59:58.500Z",
    "-0.0001, 1969-12-31T23:59:59.999Z",
    "2020-03-04T19:19:27Z, 2020-03-04T19:19:27Z",
    "2020-03-04T19:19:27.8209Z, 2020-03-04T19:19:27.820Z",
    "2020-03-04T20:19:27+01:00, 2020-03-04T19:19:27Z",
    "2020-03-04T20:19:27+0100, 2020-03-04T19:19:27Z",
    "2020-03-04T19:19:27, 2020-03-04T19:19:27Z",
    "2020-03-04 19:19:27 +00:00, 2020-03-04T19:19:27Z",
  })
  void the_times_people_write_are_understood(String text, Instant expected) {
    long millis = FixTime.parse(text);

    assertThat(Instant.ofEpochMilli(millis)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void seconds_with_decimals_are_cut_to_the_millisecond_exactly(long seed) {
    LongStream nanos =
        new Random(seed).longs(2_000, -1_000_000_000_000_000L, 4_000_000_000_000_000_000L);

    assertThat(nanos.mapToObj(value -> BigDecimal.valueOf(value, 9)))
        .allSatisfy(seconds ->
            assertThat(FixTime.parse(seconds.toPlainString()))
                .isEqualTo(
                    seconds.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2020-13-04T19:19:27Z",
        "12:30",
        "1e400",
        "1e-400",
        "1.5E",
        "99999999999999999"
      })
  void what_is_no_time_is_none(String text) {
    long millis = FixTime.parse(text);

    assertThat(millis).isEqualTo(FixTime.NONE);
  }
}
