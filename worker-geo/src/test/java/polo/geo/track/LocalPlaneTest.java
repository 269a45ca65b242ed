package polo.geo.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;

class LocalPlaneTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void distances_agree_with_the_sphere(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Coordinate origin = new Coordinate(chance.nextDouble(-60, 60), chance.nextDouble(-180, 180));
    LocalPlane plane = LocalPlane.at(origin.latitude(), origin.longitude());

    Coordinate point = plane.point(chance.nextDouble(-5e3, 5e3), chance.nextDouble(-5e3, 5e3));

    double flat = Math.hypot(plane.east(point.longitude()), plane.north(point.latitude()));
    double onSphere = origin.metersTo(point);
    assertThat(flat).isCloseTo(onSphere, within(0.002 * onSphere));
  }

  @Test
  void knows_no_antimeridian() {
    LocalPlane fiji = LocalPlane.at(-17, 179.999);

    Coordinate acrossTheLine = fiji.point(1_000, 0);

    assertThat(acrossTheLine.longitude()).isNegative();
    assertThat(fiji.east(acrossTheLine.longitude())).isCloseTo(1_000, within(0.01));
  }
}
