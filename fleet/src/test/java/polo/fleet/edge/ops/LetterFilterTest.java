package polo.fleet.edge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.fleet.edge.ops.LetterSamples.NOON;
import static polo.fleet.edge.ops.LetterSamples.letter;
import static polo.fleet.edge.ops.LetterSamples.text;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.edge.kafka.Topics;
import polo.common.job.ReasonCode;

class LetterFilterTest {

  private static final Letter LETTER = letter(17, "ada", ReasonCode.IMAGE_CORRUPT, NOON);

  static Stream<Arguments> filters() {
    return Stream.of(
        Arguments.of(which(Set.of(), Set.of(), Set.of(), null, Set.of()), true),
        Arguments.of(which(Set.of("image_corrupt"), Set.of(), Set.of(), null, Set.of()), true),
        Arguments.of(which(Set.of("UNEXPECTED"), Set.of(), Set.of(), null, Set.of()), false),
        Arguments.of(which(Set.of(), Set.of("ada", "bob"), Set.of(), null, Set.of()), true),
        Arguments.of(which(Set.of(), Set.of("ad"), Set.of(), null, Set.of()), false),
        Arguments.of(which(Set.of(), Set.of(), Set.of("photo.uploaded"), null, Set.of()), true),
        Arguments.of(which(Set.of(), Set.of(), Set.of("points.uploaded"), null, Set.of()), false),
        Arguments.of(which(Set.of(), Set.of(), Set.of(), NOON, Set.of()), true),
        Arguments.of(which(Set.of(), Set.of(), Set.of(), NOON.plusMillis(1), Set.of()), false),
        Arguments.of(which(Set.of(), Set.of(), Set.of(), null, Set.of("3-17")), true),
        Arguments.of(which(Set.of(), Set.of(), Set.of(), null, Set.of("job-17")), true),
        Arguments.of(which(Set.of(), Set.of(), Set.of(), null, Set.of("3-1")), false),
        Arguments.of(
            which(Set.of("image_corrupt"), Set.of("bob"), Set.of(), null, Set.of()), false));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void every_part_that_says_something_must_hold(LetterFilter filter, boolean matches) {
    assertThat(filter.matches(LETTER)).isEqualTo(matches);
  }

  @Test
  void what_is_settled_is_not_open() {
    Letter dropped = Letter.of(LETTER.record(), LetterState.DROPPED);

    assertThat(LetterFilter.OPEN.matches(dropped)).isFalse();
    assertThat(LetterFilter.OPEN.in(Set.of(LetterState.DROPPED)).matches(dropped)).isTrue();
  }

  @Test
  void a_letter_that_was_put_back_too_often_is_meant_and_does_not_match() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("polo-replays", text("3")).add("polo-replay-of", text("polo.dead.v1/3/4"));
    Letter stubborn = letter(18, "ada", ReasonCode.UNEXPECTED, NOON, headers);

    assertThat(LetterFilter.OPEN.replayedAtMost(2).matches(stubborn)).isFalse();
    assertThat(LetterFilter.OPEN.replayedAtMost(2).isMeant(stubborn)).isTrue();
    assertThat(LetterFilter.OPEN.replayedAtMost(3).matches(stubborn)).isTrue();
  }

  @Test
  void a_record_of_strangers_is_a_letter_that_can_only_be_dropped() {
    Letter stranger =
        Letter.of(
            LetterSamples.record(Topics.DEAD, 1, text("?"), new RecordHeaders()), LetterState.OPEN);

    assertThat(stranger.reason()).isEqualTo(Letter.STRANGER);
    assertThat(stranger.isReplayable()).isFalse();
    assertThat(LetterFilter.OPEN.matches(stranger)).isTrue();
  }

  private static LetterFilter which(
      Set<String> reasons,
      Set<String> users,
      Set<String> types,
      @Nullable Instant since,
      Set<String> ids) {
    return new LetterFilter(
        reasons, users, types, since, ids, Set.of(LetterState.OPEN), Integer.MAX_VALUE);
  }
}
