package polo.fleet.edge.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void verdicts_add_up() {
    Verdict verdict = Verdict.lost(2, "a").and(Verdict.doubled(3, "b")).and(Verdict.differing("c"));

    assertThat(verdict.line()).isEqualTo("lost 2, doubled 3, differing 1");
    assertThat(verdict.details()).containsExactly("a", "b", "c");
    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void nothing_found_is_good() {
    assertThat(Verdict.GOOD.and(Verdict.GOOD).isGood()).isTrue();
  }
}
