package polo.common.earth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FixPrecisionTest {

  private static final Instant AT = Instant.parse("2026-07-14T09:15:00.123456789Z");

  @Test
  void a_fix_is_kept_to_the_millisecond_and_the_centimetre() {
    Fix fix =
        new Fix(
            AT, new Coordinate(48.85661404999, -2.3522219), 35.26, 4.449, 1.2345, 271.005, "walk");

    Fix rounded = fix.rounded();

    assertThat(rounded)
        .isEqualTo(
            new Fix(
                Instant.parse("2026-07-14T09:15:00.123Z"),
                new Coordinate(48.856614, -2.3522219),
                35.3,
                4.4,
                1.23,
                271.01,
                "walk"));
  }

  @Test
  void rounding_twice_changes_nothing() {
    Fix fix = new Fix(AT, new Coordinate(-0.00000001, 179.99999999), -0.04, null, 0.005, 0.0, null);

    Fix once = fix.rounded();

    assertThat(once.rounded()).isEqualTo(once);
    assertThat(once.position()).isEqualTo(new Coordinate(0.0, 180.0));
  }
}
