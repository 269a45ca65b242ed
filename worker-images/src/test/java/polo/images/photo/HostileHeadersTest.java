package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes follow a format's mark, looking ends in an answer.
class HostileHeadersTest {

  private static final String[] MARKS = {
    "\u00ff\u00d8\u00ff\u00c0",
    "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
    "GIF89a",
    "BM\0\0\0\0\0\0\0\0\0\0\0\0(\0\0\0",
    "RIFF\0\0\0\0WEBPVP8X",
    "II*\0\b\0\0\0",
    "MM\0+\0\b\0\0",
    "8BPS\0\u0001",
  };

  static long[] seeds() {
    return new Random(2026).longs(200).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noise_behind_a_mark_is_answered(long seed) {
    Random random = new Random(seed);
    TestBytes bytes = TestBytes.ofText(MARKS[random.nextInt(MARKS.length)]);
    random.ints(random.nextInt(400), 0, 256).forEach(bytes::u8);

    Look look = new FirstLook(PhotoBudget.defaults()).at(bytes.array());

    assertThat(look).isNotNull();
  }
}
