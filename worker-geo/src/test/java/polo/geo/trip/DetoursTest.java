package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetoursTest {

  @Test
  void a_tower_kilometres_away_is_passed_over() {
    Path path = walkWithDetour(3_000, 60).path();

    assertThat(Detours.DEFAULT.without(path).size()).isEqualTo(path.size() - 2);
  }

  @Test
  void good_fixes_out_and_back_at_a_cars_speed_are_a_way() {
    Path path = walkWithDetour(1_500, 5).path();

    assertThat(Detours.DEFAULT.without(path).size()).isEqualTo(path.size());
  }

  @Test
  void a_way_without_return_is_none() {
    Drawn drive = new Drawn(1);
    for (int i = 0; i < 10; i++) {
      drive.claim(60 * i, 2_000 * i, 0, 60);
    }

    assertThat(Detours.DEFAULT.without(drive.path()).size()).isEqualTo(10);
  }

  /// Two of its fixes lie far off the street.
  private static Drawn walkWithDetour(double off, double accuracy) {
    Drawn walk = new Drawn(1);
    for (int i = 0; i < 20; i++) {
      boolean away = i == 10 || i == 11;
      walk.claim(60 * i, 80 * i, away ? off : 0, away ? accuracy : 10);
    }
    return walk;
  }
}
