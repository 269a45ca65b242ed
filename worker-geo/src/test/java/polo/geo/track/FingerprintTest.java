package polo.geo.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import polo.common.earth.Fix;

class FingerprintTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void survives_with_the_chance_of_the_overlap() {
    int tries = 2_000;

    // 90 fixes in common of 100 in all.
    long kept =
        IntStream.range(0, tries)
            .filter(i -> fingerprint("user" + i, 0, 95).equals(fingerprint("user" + i, 5, 100)))
            .count();

    assertThat(kept / (double) tries).isCloseTo(0.90, within(0.03));
  }

  @Test
  void a_stretch_of_time_survives_with_the_chance_of_the_time_in_common() {
    int tries = 2_000;

    // 90 minutes in common of 100 in all.
    long kept =
        IntStream.range(0, tries)
            .filter(i -> stretch("user" + i, 0, 95 * 60).equals(stretch("user" + i, 300, 100 * 60)))
            .count();

    assertThat(kept / (double) tries).isCloseTo(0.90, within(0.03));
  }

  @Test
  void an_edge_that_moves_by_seconds_seldom_changes_the_number_of_an_hour() {
    int tries = 2_000;

    long kept =
        IntStream.range(0, tries)
            .filter(i -> stretch("user" + i, 0, 3_600).equals(stretch("user" + i, 7, 3_600)))
            .count();

    assertThat(kept / (double) tries).isGreaterThan(0.99).isLessThan(1);
  }

  @Test
  void stretches_of_time_one_after_the_other_are_all_different() {
    List<Fingerprint> stretches =
        IntStream.range(0, 2_000).mapToObj(i -> stretch("ada", i * 4, i * 4 + 4)).toList();

    assertThat(stretches).doesNotHaveDuplicates();
  }

  @Test
  void equal_times_of_two_users_have_nothing_in_common() {
    Fingerprint ada = fingerprint("ada", 0, 100);
    Fingerprint bob = fingerprint("bob", 0, 100);

    assertThat(ada).isNotEqualTo(bob);
    assertThat(stretch("ada", 0, 60)).isNotEqualTo(stretch("bob", 0, 60));
  }

  @Test
  void ids_sort_as_their_numbers_do() {
    List<Fingerprint> byNumber =
        LongStream.generate(new Random(1)::nextLong)
            .limit(1_000)
            .boxed()
            .sorted(Long::compareUnsigned)
            .map(Fingerprint::new)
            .toList();

    List<String> ids = byNumber.stream().map(f -> f.id('s')).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> id.matches("s[0-9a-z]{13}"));
  }

  private static Fingerprint stretch(String user, int from, int to) {
    long noon = NOON.toEpochMilli();
    return Fingerprint.of(user, noon + from * 1_000L, noon + to * 1_000L);
  }

  private static Fingerprint fingerprint(String user, int from, int to) {
    List<DeviceFix> fixes =
        IntStream.range(from, to)
            .mapToObj(i -> new DeviceFix("phone", Fix.of(NOON.plusSeconds(i), 52.5, 13.4)))
            .toList();
    return Fingerprint.of(Track.of(user, fixes), 0, fixes.size());
  }
}
