package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.geo.track.DeviceFix;
import polo.geo.track.OutlierRules;
import polo.geo.track.Track;

class ClimbTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void two_hills_are_climbed_one_after_the_other() {
    assertThat(climb(100, 150, 220, 180, 120, 300)).isCloseTo(120 + 180, within(0.1));
  }

  @Test
  void a_dip_before_the_top_adds_what_is_climbed_again() {
    assertThat(climb(100, 150, 130, 200)).isCloseTo(50 + 70, within(0.1));
  }

  @Test
  void the_wandering_of_a_phone_at_rest_climbs_nothing() {
    Random noise = new Random(5);

    Double climb =
        climb(DoubleStream.generate(() -> 50 + noise.nextDouble(9)).limit(500).toArray());

    assertThat(climb).isZero();
  }

  @Test
  void the_way_down_is_no_climb() {
    assertThat(climb(500, 400, 300, 200)).isZero();
  }

  @Test
  void without_altitudes_nothing_is_known() {
    assertThat(climb(Double.NaN, Double.NaN)).isNull();
  }

  private static @Nullable Double climb(double... altitudes) {
    List<DeviceFix> fixes =
        IntStream.range(0, altitudes.length).mapToObj(i -> fix(i, altitudes[i])).toList();
    Track track = Track.of("ada", fixes);
    Movement all = new Movement(0, track.size() - 1, 0, 1, false, false, List.of());
    return new Climb(10).meters(Path.of(all, OutlierRules.DEFAULT.flagger(track, 0)));
  }

  private static DeviceFix fix(int minute, double altitude) {
    Double known = Double.isNaN(altitude) ? null : altitude;
    Coordinate where = new Coordinate(47 + minute * 0.001, 11);
    return new DeviceFix(
        "phone", new Fix(NOON.plusSeconds(60L * minute), where, known, 5.0, null, null, null));
  }
}
