package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;

class RegionMapTest {

  private static final RegionCode EAST = new RegionCode("XX", "02");
  private static final RegionCode WEST = new RegionCode("XX", "01");

  private final RegionMap map =
      new RegionMap(AreaIndex.of(TinyWorld.TWO_SQUARES), List.of(EAST, WEST));

  @Test
  void a_region_only_counts_within_its_country() {
    Coordinate inTheWest = new Coordinate(5, 5);

    assertThat(map.at(inTheWest, "XX")).isEqualTo(WEST);
    assertThat(map.at(inTheWest, "YY")).isNull();
  }

  @Test
  void the_region_beyond_a_line_is_within_reach_near_the_line_alone() {
    Coordinate besideTheLine = new Coordinate(5, 9.995);
    Coordinate farFromIt = new Coordinate(5, 9.9);

    assertThat(map.isWithin(1_000, besideTheLine, EAST)).isTrue();
    assertThat(map.isWithin(1_000, farFromIt, EAST)).isFalse();
  }
}
