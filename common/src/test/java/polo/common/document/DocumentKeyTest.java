package polo.common.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKeyTest {

  @Test
  void a_key_is_its_kind_and_its_parts() {
    PointsBucket bucket = PointsBucket.of(Instant.parse("2026-07-14T09:20:00Z"));

    assertThat(DocumentKey.points("ana", "phone-1", bucket))
        .hasToString("points::ana::phone-1::20260714T0915");
    assertThat(DocumentKey.timeline("ana", YearMonth.of(2026, 7)))
        .hasToString("timeline::ana::2026-07");
  }

  @Test
  void parts_are_encoded_so_that_no_two_ids_meet() {
    DocumentKey tricky = DocumentKey.trip("a::b", "c");
    DocumentKey plain = DocumentKey.trip("a", "b::c");

    assertThat(tricky).hasToString("trip::a%3A%3Ab::c").isNotEqualTo(plain);
    assertThat(tricky.parts()).containsExactly("a::b", "c");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void whatever_ids_have_comes_back(long seed) {
    Random random = new Random(seed);
    List<String> parts = List.of(anyId(random), anyId(random), "", "%", "é😀");

    DocumentKey key = DocumentKey.of("any", parts.toArray(String[]::new));

    assertThat(key.kind()).isEqualTo("any");
    assertThat(key.parts()).isEqualTo(parts);
  }

  @Test
  void a_prefix_matches_one_user_only() {
    String prefix = DocumentKey.prefix("trip", "ana");

    assertThat(DocumentKey.trip("ana", "1").value()).startsWith(prefix);
    assertThat(DocumentKey.trip("anabel", "1").value()).doesNotStartWith(prefix);
  }

  @Test
  void a_key_without_parts_is_its_kind() {
    assertThat(new DocumentKey("schema").kind()).isEqualTo("schema");
    assertThat(new DocumentKey("schema").parts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "trip::é", "trip::a b", "trip::\u0000"})
  void what_is_no_key_is_refused(String value) {
    assertThatThrownBy(() -> new DocumentKey(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_of_two_hundred_bytes_is_the_longest() {
    String longest = "trip::" + "x".repeat(194);

    assertThat(new DocumentKey(longest)).hasToString(longest);
    assertThatThrownBy(() -> new DocumentKey(longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keys_are_ordered_as_their_text() {
    assertThat(DocumentKey.user("a")).isLessThan(DocumentKey.user("b"));
    assertThat("user::~").isLessThan("user::" + DocumentKey.AFTER_ALL);
  }

  private static String anyId(Random random) {
    return random
        .ints(8, 1, 0x2fff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
