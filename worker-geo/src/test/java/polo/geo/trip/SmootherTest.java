package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.geo.Story;

class SmootherTest {

  private static final double LAP_METERS = 2 * Math.PI * 300;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void trembling_fixes_make_a_walk_hardly_longer(long seed) {
    Drawn walk = new Drawn(seed);
    for (int second = 0; second <= 1000; second += 2) {
      walk.fix(second, 1.4 * second, 0, 6);
    }

    double meters = walk.smooth().meters();

    assertThat(meters).isCloseTo(1400, within(0.1 * 1400));
  }

  @ParameterizedTest(name = "a fix every {0} s")
  @ValueSource(ints = {2, 5, 10, 20, 30})
  void the_bend_between_two_fixes_is_not_cut_off(int every) {
    Drawn lap = new Drawn(1);
    for (int second = 0; second <= 600; second += every) {
      double angle = 10.0 * second / 300;
      lap.fix(second, 300 * Math.cos(angle), 300 * Math.sin(angle), 2);
    }

    double laps = lap.smooth().meters() / LAP_METERS;

    assertThat(laps).isCloseTo(6000 / LAP_METERS, within(0.1));
  }

  @Test
  void of_a_still_phones_trembling_a_tenth_is_left_at_most() {
    Drawn table = new Drawn(4);
    for (int second = 0; second <= 3600; second += 5) {
      table.fix(second, 0, 0, 8);
    }

    double meters = table.smooth().meters();

    assertThat(meters).isLessThan(Drawn.steps(table.path()) / 10);
  }

  @Test
  void one_wild_fix_hardly_moves_the_line() {
    Drawn walk = new Drawn(3);
    for (int second = 0; second <= 100; second += 5) {
      walk.claim(second, 1.4 * second, second == 50 ? 200 : 0, 10);
    }

    SmoothPath smooth = walk.smooth();

    assertThat(smooth.position(10).metersTo(Story.spot(70, 0))).isLessThan(25);
  }

  @Test
  void several_in_a_row_are_believed() {
    Drawn jump = new Drawn(3);
    for (int second = 0; second <= 100; second += 5) {
      jump.claim(second, 1.4 * second, second >= 50 ? 200 : 0, 10);
    }

    SmoothPath smooth = jump.smooth();

    assertThat(smooth.position(18).metersTo(Story.spot(126, 200))).isLessThan(10);
  }

  @Test
  void velocity_is_that_of_the_way() {
    Drawn ride = new Drawn(5);
    for (int second = 0; second <= 200; second += 4) {
      ride.fix(second, 12 * second, 0, 5);
    }

    assertThat(ride.smooth().mps(25)).isCloseTo(12, within(0.7));
  }
}
