package polo.images.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.images.photo.PixelSize;

class RenditionPlanTest {

  private final RenditionPlan plan = RenditionPlan.defaults();

  @Test
  void a_large_photo_gets_every_size_from_large_to_small() {
    assertThat(plan.targets(new PixelSize(4032, 3024)))
        .containsExactly(
            new Target("2048", new PixelSize(2048, 1536)),
            new Target("1024", new PixelSize(1024, 768)),
            new Target("512", new PixelSize(512, 384)),
            new Target("256", new PixelSize(256, 192)));
  }

  @Test
  void a_photo_between_two_sizes_is_not_enlarged() {
    assertThat(plan.targets(new PixelSize(1000, 1500)))
        .containsExactly(
            new Target("2048", new PixelSize(1000, 1500)),
            new Target("1024", new PixelSize(683, 1024)),
            new Target("512", new PixelSize(341, 512)),
            new Target("256", new PixelSize(171, 256)));
  }

  @Test
  void sizes_beyond_the_photo_become_one_at_its_own_size() {
    assertThat(plan.targets(new PixelSize(300, 200)))
        .containsExactly(
            new Target("512", new PixelSize(300, 200)), new Target("256", new PixelSize(256, 171)));
  }

  @Test
  void a_photo_of_exactly_a_size_has_it_once() {
    assertThat(plan.targets(new PixelSize(1024, 512)))
        .extracting(Target::name)
        .containsExactly("1024", "512", "256");
  }

  @Test
  void a_single_pixel_stays_one() {
    assertThat(plan.targets(new PixelSize(1, 1)))
        .containsExactly(new Target("256", new PixelSize(1, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_side_must_have_a_pixel(int side) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RenditionPlan(1, List.of(side), 0.8));
  }
}
