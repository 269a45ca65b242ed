package polo.images.impression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against what the format's own JavaScript (thumbhash 0.1.1) makes of the same pixels.
class ThumbHashTest {

  @ParameterizedTest
  @CsvSource({
    "40, 30, nPcNTYxgdYdxd3h3eHiHh2R/B3uI",
    "30, 40, WtcJPQhQdWF3OIiod4SYaFKMD2+K",
    "64, 64, 3ucJLxAFh4RkloVneBeHiIl5h6CGCHgI",
    "100, 20, HhgKOYhxYGlzd3h3en8Heog=",
    "1, 1, AAgCBwAAAAAAAAAAAAAAAAAAAAAAAAAA",
  })
  void a_picture_has_the_hash_every_decoder_knows(int width, int height, String expected) {
    assertThat(hash(pattern(width, height))).isEqualTo(expected);
  }

  @Test
  void a_large_picture_has_the_hash_of_its_small_self() {
    Miniature small = new Miniature(100, 100, pixels(100, 2));
    Miniature large = new Miniature(200, 200, pixels(200, 4));

    assertThat(hash(large)).isEqualTo(hash(small));
  }

  private static String hash(Miniature picture) {
    return Base64.getEncoder().encodeToString(ThumbHash.of(picture));
  }

  private static Miniature pattern(int width, int height) {
    int[] rgb = new int[width * height];
    Arrays.setAll(
        rgb,
        i -> {
          int x = i % width;
          int y = i / width;
          return (x * 5 + y) % 256 << 16 | (x * x + 2 * y) % 256 << 8 | (x + y * 7) % 256;
        });
    return new Miniature(width, height, rgb);
  }

  /// Squares in four tones.
  private static int[] pixels(int side, int scale) {
    int[] rgb = new int[side * side];
    Arrays.setAll(rgb, i -> 0x30_40_50 * (1 + (i % side / scale / 25 + i / side / scale / 25) % 3));
    return rgb;
  }
}
