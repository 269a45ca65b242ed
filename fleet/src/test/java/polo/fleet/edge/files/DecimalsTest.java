package polo.fleet.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "007",
        "-4.700000286102295",
        "37.3904823",
        "-122.0837257",
        ".5",
        "5.",
        "1583349567.82",
        "9007199254740993",
        "123456789012345678901234567890",
        "1e3",
        "-2.5E-7",
        "0.1234567890123456789",
        "+3.5"
      })
  void a_number_is_read_as_the_jdk_reads_it(String text) {
    double number = Decimals.parse(text);

    assertThat(number).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_coordinate_is_read_as_the_jdk_reads_it(long seed) {
    Random random = new Random(seed);

    assertThat(random.doubles(2_000, -180, 180).mapToObj(Double::toString))
        .allSatisfy(text -> assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", ".", "abc", "12m", "1,5", "NaN", "Infinity", "1f", "0x1p3", "1-2"})
  void what_is_no_decimal_number_is_none(String text) {
    double number = Decimals.parse(text);

    assertThat(number).isNaN();
  }
}
