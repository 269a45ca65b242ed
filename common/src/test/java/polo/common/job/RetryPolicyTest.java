package polo.common.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(2));

  @Test
  void the_longest_wait_doubles_until_its_limit() {
    List<Duration> longest =
        IntStream.rangeClosed(1, 7).mapToObj(attempts -> POLICY.waitAfter(attempts, 0)).toList();

    assertThat(longest)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void a_wait_is_spread_between_nothing_and_its_longest(long seed) {
    List<Long> waits =
        new Random(seed).doubles(1000).mapToObj(r -> POLICY.waitAfter(3, r).toMillis()).toList();

    assertThat(waits).allMatch(millis -> millis >= 1 && millis <= 400);
    assertThat(waits).anyMatch(millis -> millis < 40).anyMatch(millis -> millis > 360);
  }

  @Test
  void a_wait_is_never_nothing_however_lucky() {
    assertThat(POLICY.waitAfter(1, Math.nextDown(1.0))).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void a_thousand_attempts_wait_no_longer_than_the_longest() {
    RetryPolicy patient =
        new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofDays(365));

    assertThat(patient.waitAfter(1000, 0)).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void a_job_is_exhausted_once_all_attempts_are_made() {
    assertThat(POLICY.isExhaustedAfter(4)).isFalse();
    assertThat(POLICY.isExhaustedAfter(5)).isTrue();
    assertThat(POLICY.isExhaustedAfter(6)).isTrue();
  }

  @Test
  void a_policy_that_makes_no_sense_is_refused() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new RetryPolicy(0, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, second, Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
