package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;

class BoundariesTest {

  private static final Coordinate IN_THE_WEST = new Coordinate(5, 5);
  private static final Coordinate IN_THE_EAST = new Coordinate(5, 15);

  @Test
  void neighbours_share_their_border() {
    AreaIndex index = AreaIndex.of(TinyWorld.TWO_SQUARES);

    assertThat(index.areasAt(IN_THE_WEST)).containsExactly(1);
    assertThat(index.areasAt(IN_THE_EAST)).containsExactly(0);
    assertThat(index.areasAt(new Coordinate(5, 25))).isEmpty();
  }

  @Test
  void a_point_on_the_border_is_in_one_of_them() {
    AreaIndex index = AreaIndex.of(TinyWorld.TWO_SQUARES);

    assertThat(index.areasAt(new Coordinate(5, 10))).hasSize(1);
  }

  @Test
  void the_file_gives_back_what_was_written() {
    Boundaries read = Boundaries.read(TinyWorld.TWO_SQUARES.toBytes());

    assertThat(read.areas()).isEqualTo(TinyWorld.TWO_SQUARES.areas());
    assertThat(read.lines()).containsExactlyElementsOf(TinyWorld.TWO_SQUARES.lines());
  }

  @Test
  void areas_under_one_label_become_one_and_their_border_goes() {
    Boundaries merged = TinyWorld.TWO_SQUARES.relabelled(label -> Optional.of("both"));

    assertThat(merged.lines()).hasSize(2);
    assertThat(merged.areas()).containsExactly(new Boundaries.Area("both", List.of(0, 1)));
    assertThat(AreaIndex.of(merged).areasAt(IN_THE_WEST)).containsExactly(0);
    assertThat(AreaIndex.of(merged).areasAt(IN_THE_EAST)).containsExactly(0);
  }

  @Test
  void an_area_without_a_label_goes() {
    Map<String, String> labels = Map.of("west", "kept");

    Boundaries kept =
        TinyWorld.TWO_SQUARES.relabelled(label -> Optional.ofNullable(labels.get(label)));

    assertThat(kept.lines()).hasSize(2);
    assertThat(AreaIndex.of(kept).areasAt(IN_THE_WEST)).containsExactly(0);
    assertThat(AreaIndex.of(kept).areasAt(IN_THE_EAST)).isEmpty();
  }

  @Test
  void areas_laid_over_others_are_found_with_them() {
    Boundaries more = TinyWorld.TWO_SQUARES.relabelled(label -> Optional.of("all of it"));

    Boundaries both = TinyWorld.TWO_SQUARES.with(more);

    assertThat(both.areas().stream().map(Boundaries.Area::label))
        .containsExactly("all of it", "east", "west");
    assertThat(AreaIndex.of(both).areasAt(IN_THE_WEST)).containsExactlyInAnyOrder(0, 2);
  }
}
