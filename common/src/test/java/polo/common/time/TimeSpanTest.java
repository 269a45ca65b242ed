package polo.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSpanTest {

  private static final Instant NINE = Instant.parse("2026-07-14T09:00:00Z");

  @Test
  void a_span_has_its_start_and_not_its_end() {
    TimeSpan span = span(0, 10);

    assertThat(span.contains(NINE)).isTrue();
    assertThat(span.contains(NINE.plusSeconds(9))).isTrue();
    assertThat(span.contains(NINE.plusSeconds(10))).isFalse();
    assertThat(span.contains(NINE.minusNanos(1))).isFalse();
    assertThat(span.duration()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void spans_that_touch_do_not_overlap() {
    assertThat(span(0, 10).overlaps(span(10, 20))).isFalse();
    assertThat(span(0, 10).overlaps(span(9, 20))).isTrue();
    assertThat(span(9, 20).overlaps(span(0, 10))).isTrue();
    assertThat(span(0, 10).overlaps(span(3, 4))).isTrue();
  }

  @Test
  void the_overlap_is_the_time_in_common() {
    assertThat(span(0, 10).overlapWith(span(6, 20))).isEqualTo(Duration.ofSeconds(4));
    assertThat(span(6, 20).overlapWith(span(0, 10))).isEqualTo(Duration.ofSeconds(4));
    assertThat(span(0, 10).overlapWith(span(2, 5))).isEqualTo(Duration.ofSeconds(3));
    assertThat(span(0, 10).overlapWith(span(10, 20))).isZero();
    assertThat(span(0, 10).overlapWith(span(15, 20))).isZero();
  }

  @Test
  void a_span_may_be_empty_but_never_backwards() {
    assertThat(span(3, 3).duration()).isZero();
    assertThat(span(3, 3).contains(NINE.plusSeconds(3))).isFalse();
    assertThatThrownBy(() -> span(4, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TimeSpan span(long fromSecond, long toSecond) {
    return new TimeSpan(NINE.plusSeconds(fromSecond), NINE.plusSeconds(toSecond));
  }
}
