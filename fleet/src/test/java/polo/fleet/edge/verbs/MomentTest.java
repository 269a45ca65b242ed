package polo.fleet.edge.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "90s, 2026-11-25T11:58:30Z",
    "30m, 2026-11-25T11:30:00Z",
    "2h, 2026-11-25T10:00:00Z",
    "3d, 2026-11-22T12:00:00Z",
    "2026-11-20, 2026-11-20T00:00:00Z",
    "2026-11-20T07:30:00Z, 2026-11-20T07:30:00Z",
    "2026-11-20T07:30:00+02:00, 2026-11-20T05:30:00Z"
  })
  void moments_are_said_in_several_ways(String text, Instant moment) {
    assertThat(Moment.parse(text, NOW).instant()).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2 h", "-2h", "2026-13-01", "2026-11-20T07", "2w"})
  void anything_else_is_a_mistake(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> Moment.parse(text, NOW));
  }
}
