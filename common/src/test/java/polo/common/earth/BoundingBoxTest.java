package polo.common.earth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundingBoxTest {

  @Test
  void a_box_is_as_large_as_its_points_need() {
    BoundingBox box =
        BoundingBox.around(
            List.of(new Coordinate(1, 5), new Coordinate(-3, 9), new Coordinate(0, -2)));

    assertThat(box).isEqualTo(new BoundingBox(-3, -2, 1, 9));
  }

  @Test
  void its_edges_belong_to_a_box() {
    BoundingBox box = new BoundingBox(-3, -2, 1, 9);

    assertThat(box.contains(new Coordinate(-3, 9))).isTrue();
    assertThat(box.contains(new Coordinate(1, -2))).isTrue();
    assertThat(box.contains(new Coordinate(1.001, 0))).isFalse();
    assertThat(box.contains(new Coordinate(0, -2.001))).isFalse();
  }

  @Test
  void there_is_no_box_around_nothing_and_none_inside_out() {
    assertThatThrownBy(() -> BoundingBox.around(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BoundingBox(2, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BoundingBox(0, 0, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
