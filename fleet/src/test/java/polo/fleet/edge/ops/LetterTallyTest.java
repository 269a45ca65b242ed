package polo.fleet.edge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.fleet.edge.ops.LetterSamples.NOON;
import static polo.fleet.edge.ops.LetterSamples.letter;

import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.job.ReasonCode;

class LetterTallyTest {

  @Test
  void letters_are_counted_by_reason_the_largest_group_first() {
    LetterTally tally = new LetterTally();

    tally.add(letter(1, "ada", ReasonCode.TIME_LIMIT, NOON));
    tally.add(letter(3, "bob", ReasonCode.IMAGE_CORRUPT, NOON.plusSeconds(9)));
    tally.add(letter(2, "ada", ReasonCode.IMAGE_CORRUPT, NOON.plusSeconds(3)));
    tally.add(letter(4, "ada", ReasonCode.IMAGE_CORRUPT, NOON.plusSeconds(5)));

    assertThat(tally.letters()).isEqualTo(4);
    assertThat(tally.groups())
        .containsExactly(
            new LetterGroup(
                "IMAGE_CORRUPT",
                3,
                2,
                List.of("photo.uploaded"),
                NOON.plusSeconds(3),
                NOON.plusSeconds(9),
                0,
                new LetterId(3, 3),
                "of letter 3"),
            new LetterGroup(
                "TIME_LIMIT",
                1,
                1,
                List.of("photo.uploaded"),
                NOON,
                NOON,
                0,
                new LetterId(3, 1),
                "of letter 1"));
  }
}
