package polo.fleet.edge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.fleet.edge.ops.LetterSamples.NOON;
import static polo.fleet.edge.ops.LetterSamples.letter;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.ReasonCode;
import polo.fleet.edge.ops.SettlementBook.Claim;

/// Several people at the same letters; each has a book, they share the store.
class SettlementBookTest {

  private static final Letter LETTER = letter(17, "ada", ReasonCode.UNEXPECTED, NOON);
  private static final String SOURCE = "polo.dead.v1/3@epoch";

  @TempDir Path folder;
  private DocumentStore store;

  @BeforeEach
  void open() {
    store = SqliteDocumentStore.open(folder.resolve("polo.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void of_two_who_claim_a_letter_one_has_it() {
    List<Claim> first = at(NOON).claim(List.of(LETTER));
    List<Claim> second = at(NOON).claim(List.of(LETTER));

    assertThat(first).hasSize(1);
    assertThat(second).isEmpty();
    assertThat(stateAt(NOON)).isEqualTo(LetterState.UNDER_WAY);
  }

  @Test
  void a_claim_nobody_came_back_to_is_taken_over_and_says_since_when() {
    at(NOON).claim(List.of(LETTER));
    Instant later = NOON.plus(Settlement.LEASE).plusSeconds(1);

    List<Claim> taken = at(later).claim(List.of(LETTER));

    assertThat(taken).extracting(Claim::since).containsExactly(NOON);
    assertThat(at(later).claim(List.of(LETTER))).isEmpty();
  }

  @Test
  void who_lost_a_claim_cannot_settle_it() {
    List<Claim> lost = at(NOON).claim(List.of(LETTER));
    Instant later = NOON.plus(Settlement.LEASE).plusSeconds(1);
    at(later).claim(List.of(LETTER));

    at(later).replayed(lost);

    assertThat(stateAt(later)).isEqualTo(LetterState.UNDER_WAY);
  }

  @Test
  void what_is_replayed_is_not_claimed_or_dropped() {
    at(NOON).replayed(at(NOON).claim(List.of(LETTER)));
    SettlementBook later = at(NOON.plus(Duration.ofDays(1)));

    assertThat(later.claim(List.of(LETTER))).isEmpty();
    assertThat(later.drop(List.of(LETTER))).isZero();
    assertThat(stateAt(NOON)).isEqualTo(LetterState.REPLAYED);
  }

  @Test
  void what_somebody_is_about_to_put_back_is_not_dropped() {
    at(NOON).claim(List.of(LETTER));

    assertThat(at(NOON).drop(List.of(LETTER))).isZero();
    assertThat(at(NOON.plus(Duration.ofHours(1))).drop(List.of(LETTER))).isEqualTo(1);
    assertThat(stateAt(NOON)).isEqualTo(LetterState.DROPPED);
  }

  @Test
  void settled_letters_are_counted_and_forgotten_when_they_are_gone() {
    at(NOON).drop(List.of(LETTER, letter(18, "ada", ReasonCode.UNEXPECTED, NOON)));
    at(NOON).claim(List.of(letter(19, "ada", ReasonCode.UNEXPECTED, NOON)));

    assertThat(at(NOON).settled(Map.of(SOURCE, 0L))).isEqualTo(2);
    assertThat(at(NOON).settled(Map.of(SOURCE, 18L))).isEqualTo(1);
    assertThat(at(NOON).settled(Map.of("polo.dead.v1/3@another", 0L))).isZero();

    at(NOON).forgetBefore(Map.of(SOURCE, 18L));

    assertThat(at(NOON).settled(Map.of(SOURCE, 0L))).isEqualTo(1);
    assertThat(stateAt(NOON)).isEqualTo(LetterState.OPEN);
  }

  private LetterState stateAt(Instant now) {
    return at(now).read(List.of(LETTER.record())).getFirst().state();
  }

  private SettlementBook at(Instant now) {
    return new SettlementBook(
        store, new SourceEpochs(Map.of(Topics.DEAD, "epoch")), Clock.fixed(now, ZoneOffset.UTC));
  }
}
