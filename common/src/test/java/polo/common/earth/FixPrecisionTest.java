package polo.common.earth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void what_nobody_can_have_measured_is_absent() {
    Fix fix =
        new Fix(
            Instant.EPOCH,
            new Coordinate(0, 0),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1e300,
            "");

    assertThat(fix.rounded()).isEqualTo(Fix.of(Instant.EPOCH, 0, 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void rounding_twice_changes_nothing_anywhere_on_earth(long seed) {
    List<Fix> once = new Random(seed).ints(500).mapToObj(FixPrecisionTest::anywhere).toList();

    assertThat(once).allSatisfy(fix -> assertThat(fix.rounded()).isEqualTo(fix));
  }

  private static Fix anywhere(int seed) {
    Random random = new Random(seed);
    return new Fix(
            Instant.ofEpochSecond(random.nextLong(2_000_000_000L), random.nextInt(1_000_000_000)),
            new Coordinate(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
            random.nextDouble(-400, 12_000),
            random.nextDouble(0, 5_000),
            random.nextDouble(-1, 300),
            random.nextDouble(0, 360),
            "half a pair \ud83d")
        .rounded();
  }
}
