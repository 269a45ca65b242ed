package polo.common.edge.store.couchbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Half at a sign of tiredness, one more for each limit's worth of answers.
class WindowTest {

  private final Window window = new Window(64);

  @Test
  void a_tired_cluster_gets_half_at_a_time() {
    window.pressure();

    assertThat(window.limit()).isEqualTo(32);
  }

  @Test
  void all_that_was_under_way_counts_as_one_sign() {
    enter(10);
    window.pressure();
    leave(5);
    window.pressure();

    assertThat(window.limit()).isEqualTo(32);
  }

  @Test
  void what_was_sent_after_the_sign_counts_anew() {
    enter(10);
    window.pressure();
    leave(10);
    window.pressure();

    assertThat(window.limit()).isEqualTo(16);
  }

  @Test
  void ten_minutes_of_silence_leave_a_request_or_two_at_a_time() {
    IntStream.range(0, 600).forEach(_ -> silentSecond());

    assertThat(window.limit()).isBetween(1, 2);
    assertThat(window.inFlight()).isZero();
  }

  @Test
  void after_the_silence_answers_bring_the_whole_window_back() {
    IntStream.range(0, 600).forEach(_ -> silentSecond());

    IntStream.range(0, 64 * 64).forEach(_ -> answered());

    assertThat(window.limit()).isEqualTo(64);
  }

  @Test
  void it_never_grows_beyond_its_largest() {
    IntStream.range(0, 10_000).forEach(_ -> answered());

    assertThat(window.limit()).isEqualTo(64);
  }

  /// A request that ends without an answer: the sign comes before the room is free.
  private void silentSecond() {
    window.enter();
    window.pressure();
    window.leave();
  }

  private void answered() {
    window.enter();
    window.leave();
  }

  private void enter(int requests) {
    IntStream.range(0, requests).forEach(_ -> window.enter());
  }

  private void leave(int requests) {
    IntStream.range(0, requests).forEach(_ -> window.leave());
  }
}
