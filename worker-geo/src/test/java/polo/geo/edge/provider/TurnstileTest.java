package polo.geo.edge.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final Instant NOW = Instant.parse("2026-05-08T10:00:00Z");
  private static final Pace PACE =
      new Pace(Duration.ofSeconds(1), 3, Duration.ofSeconds(10), Duration.ofMinutes(5));

  @Test
  void the_second_call_waits_for_the_pace() {
    Turnstile passed = Turnstile.NEW.pass(NOW, PACE);

    assertThat(Turnstile.NEW.wait(NOW)).isEmpty();
    assertThat(passed.wait(NOW.plusMillis(400))).contains(Duration.ofMillis(600));
    assertThat(passed.wait(NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void what_the_provider_asks_for_is_heeded_even_if_other_calls_succeed() {
    Turnstile asked =
        Turnstile.NEW.pass(NOW, PACE).fail(NOW, Duration.ofSeconds(60), PACE).succeed(PACE);

    assertThat(asked.wait(NOW.plusSeconds(1))).contains(Duration.ofSeconds(59));
  }

  @Test
  void nobody_is_waited_for_longer_than_the_longest_pause() {
    Turnstile asked = Turnstile.NEW.fail(NOW, Duration.ofDays(365), PACE);

    assertThat(asked.wait(NOW)).contains(PACE.longest());
  }

  @Test
  void three_failures_in_a_row_open_the_breaker_and_a_success_between_them_does_not() {
    Turnstile two = failedTimes(2);

    assertThat(two.state(NOW, PACE)).isEqualTo(Turnstile.State.CLOSED);
    assertThat(two.succeed(PACE).failures()).isZero();
    assertThat(failedTimes(3).state(NOW, PACE)).isEqualTo(Turnstile.State.OPEN);
    assertThat(failedTimes(3).wait(NOW)).contains(PACE.coolDown());
  }

  @Test
  void after_the_cool_down_a_single_call_passes_and_decides() {
    Instant later = NOW.plusSeconds(10);
    Turnstile halfOpen = failedTimes(3);

    Turnstile probing = halfOpen.pass(later, PACE);

    assertThat(halfOpen.state(later, PACE)).isEqualTo(Turnstile.State.HALF_OPEN);
    assertThat(probing.wait(later)).contains(PACE.coolDown());
    assertThat(probing.succeed(PACE).wait(later)).contains(PACE.every());
    assertThat(probing.fail(later, Duration.ZERO, PACE).wait(later))
        .contains(PACE.coolDown().multipliedBy(2));
  }

  @Test
  void it_is_never_shut_for_good() {
    Turnstile often = failedTimes(5_000);

    assertThat(often.wait(NOW.plus(PACE.longest()))).isEmpty();
  }

  private static Turnstile failedTimes(int times) {
    Turnstile turnstile = Turnstile.NEW;
    for (int i = 0; i < times; i++) {
      turnstile = turnstile.fail(NOW, Duration.ZERO, PACE);
    }
    return turnstile;
  }
}
