package polo.images.impression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DominantColourTest {

  @Test
  void most_of_the_sea_is_blue_whatever_the_few_bright_pixels_are() {
    int[] rgb = new int[100];
    Arrays.fill(rgb, 0x102080);
    Arrays.fill(rgb, 0, 30, 0xffffff);
    rgb[99] = 0x122286;

    assertThat(DominantColour.of(new Miniature(10, 10, rgb))).isEqualTo("#102080");
  }

  @Test
  void a_few_tones_of_one_colour_are_that_colour() {
    int[] rgb = {0xc01010, 0xc21212, 0x00ff00};

    assertThat(DominantColour.of(new Miniature(3, 1, rgb))).isEqualTo("#c11111");
  }
}
