package polo.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  @Test
  void saying_something_new_keeps_the_apps_part() {
    Envelope<String> old =
        new Envelope<>(1, "old", Map.of("note", "mine"), "refined", new TreeMap<>());

    Envelope<String> news = old.saying("news", Map.of("a", 1L));

    assertThat(news)
        .isEqualTo(
            new Envelope<>(
                1, "news", Map.of("note", "mine"), "refined", new TreeMap<>(Map.of("a", 1L))));
  }

  @Test
  void the_guard_keeps_the_latest_of_every_source() {
    Envelope<String> envelope =
        Envelope.of("x")
            .saying("y", Map.of("a", 5L, "b", 1L))
            .saying("z", Map.of("a", 3L, "c", 2L));

    assertThat(envelope.guard()).isEqualTo(Map.of("a", 5L, "b", 1L, "c", 2L));
  }
}
