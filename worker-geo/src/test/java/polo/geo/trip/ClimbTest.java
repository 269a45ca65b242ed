package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;
import polo.geo.track.OutlierRules;
import polo.geo.track.Track;

class ClimbTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void two_hills_are_climbed_one_after_the_other() {
    assertThat(climb(100, 150, 220, 180, 120, 300)).isCloseTo(120 + 180, within(1.0));
  }

  @Test
  void a_dip_before_the_top_adds_what_is_climbed_again() {
    assertThat(climb(100, 150, 130, 200)).isCloseTo(50 + 70, within(1.0));
  }

  @Test
  void the_wandering_of_a_phone_at_rest_climbs_nothing() {
    Random noise = new Random(5);

    Double climb =
        climb(DoubleStream.generate(() -> 50 + noise.nextDouble(9)).limit(500).toArray());

    assertThat(climb).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_walk_over_noisy_hills_climbs_the_hills(long seed) {
    // Three hills of 60 m, each 800 m long, at 1.4 m/s with a fix every 5 s and 5 m of noise.
    double[] hills =
        hills(seed, 5, step -> 30 * (1 - Math.cos(2 * Math.PI * step * 7 / 800)), 3 * 800 / 7);

    assertThat(climb(7, hills)).isCloseTo(180, within(27.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_noisy_walk_in_the_plain_climbs_next_to_nothing(long seed) {
    assertThat(climb(7, hills(seed, 5, _ -> 40, 720))).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_noisy_drive_over_a_pass_climbs_the_pass(long seed) {
    // 600 m up and down again within 20 km.
    double[] pass =
        hills(seed, 5, step -> 300 * (1 - Math.cos(2 * Math.PI * step * 75 / 20_000)), 20_000 / 75);

    assertThat(climb(75, pass)).isCloseTo(600, within(60.0));
  }

  private static double[] hills(
      long seed, double noiseMeters, IntToDoubleFunction hill, int steps) {
    Random noise = new Random(seed);
    return IntStream.range(0, steps)
        .mapToDouble(step -> hill.applyAsDouble(step) + noiseMeters * noise.nextGaussian())
        .toArray();
  }

  @Test
  void the_way_down_is_no_climb() {
    assertThat(climb(500, 400, 300, 200)).isZero();
  }

  @Test
  void without_altitudes_nothing_is_known() {
    assertThat(climb(Double.NaN, Double.NaN)).isNull();
  }

  /// A kilometre and a minute between fixes.
  private static @Nullable Double climb(double... altitudes) {
    return climb(
        IntStream.range(0, altitudes.length)
            .mapToObj(i -> fix(60 * i, 0.01 * i, altitudes[i]))
            .toList());
  }

  /// So many metres and five seconds between fixes.
  private static @Nullable Double climb(double stepMeters, double[] altitudes) {
    return climb(
        IntStream.range(0, altitudes.length)
            .mapToObj(i -> fix(5 * i, stepMeters * i / 111_195, altitudes[i]))
            .toList());
  }

  private static @Nullable Double climb(List<DeviceFix> fixes) {
    Track track = Track.of("ada", fixes);
    Movement all = new Movement(0, track.size() - 1, 0, 1, false, false, List.of());
    return Climb.DEFAULT.meters(Path.of(all, OutlierRules.DEFAULT.flagger(track, 0)));
  }

  private static DeviceFix fix(int second, double degreesNorth, double altitude) {
    Double known = Double.isNaN(altitude) ? null : altitude;
    Coordinate where = new Coordinate(47 + degreesNorth, 11);
    return new DeviceFix(
        "phone", new Fix(NOON.plusSeconds(second), where, known, 5.0, null, null, null));
  }
}
