package polo.geo.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceRulesTest {

  @ParameterizedTest(name = "{0} m in {1} is {2}")
  @CsvSource({
    "200, PT3H, Stayed",
    "200, PT14M, Stayed",
    "200, PT11M, Moved",
    "2900, PT4H, Stayed",
    "2900, PT50M, Moved",
    "2900, PT2H, Unknown",
    "9000, PT20M, Moved",
    "300000, PT4H, Moved",
    "9000000, PT12H, Moved",
    "9000000, PT1H, Unknown",
    "20000, PT12H, Unknown",
    "900000, PT48H, Unknown"
  })
  void what_silence_means(double meters, Duration time, String meaning) {
    Silence silence = SilenceRules.DEFAULT.meaning(meters, time.toMillis(), 0);

    assertThat(silence.getClass().getSimpleName()).isEqualTo(meaning);
  }

  @ParameterizedTest(name = "{0} m in {1} after {2} of rest is {3}")
  @CsvSource({
    "400, PT15M, PT3M, Stayed",
    "400, PT15M, PT30S, Moved",
    "400, PT11M, PT2M, Moved",
    "700, PT11M, PT3H, Moved"
  })
  void who_rested_and_is_heard_nearby_slept_on(
      double meters, Duration time, Duration rested, String meaning) {
    Silence silence = SilenceRules.DEFAULT.meaning(meters, time.toMillis(), rested.toMillis());

    assertThat(silence.getClass().getSimpleName()).isEqualTo(meaning);
  }
}
