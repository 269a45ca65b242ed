package polo.geo.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.time.TimeSpan;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;
import polo.testkit.track.Noise;
import polo.testkit.track.Phone;
import polo.testkit.track.Sampling;
import polo.testkit.track.SyntheticTrack;

/// How well stays are found on twelve made-up days with 120 of them, by how often phones report.
class MadeUpDayTest {

  private static final int DAYS = 12;
  private static final double NEAREST_METERS = 180;

  /// Of a geofence: who goes less far is not seen to go.
  private static final double FENCE_METERS = 500;

  @ParameterizedTest(name = "every {0} s")
  @ValueSource(ints = {1, 5, 15})
  void a_usual_day_is_told_as_it_was(int seconds) {
    Phone phone = Phone.alwaysOn(Duration.ofSeconds(seconds));

    StayScore score = score(phone, NEAREST_METERS);

    assertThat(score.missed()).as(score.toString()).isZero();
    assertThat(score.falseStays()).as(score.toString()).isZero();
    assertThat(score.swallowedTrips()).as(score.toString()).isZero();
    assertThat(score.fragmented()).as(score.toString()).isZero();
    assertThat(score.f1()).as(score.toString()).isGreaterThan(0.996);
    assertThat(score.arrivalBias()).as(score.toString()).isBetween(-15L, 15L);
    assertThat(score.departureBias()).as(score.toString()).isBetween(-15L, 15L);
    assertThat(score.arrivalError()).as(score.toString()).isLessThan(30);
    assertThat(score.departureError()).as(score.toString()).isLessThan(30);
  }

  @ParameterizedTest(name = "every {0} s")
  @ValueSource(ints = {1, 5, 15})
  void so_it_is_among_tall_buildings(int seconds) {
    Phone phone = Phone.with(Sampling.alwaysOn(Duration.ofSeconds(seconds)), Noise.URBAN);

    StayScore score = score(phone, NEAREST_METERS);

    assertThat(score.missed() + score.swallowedTrips()).as(score.toString()).isLessThan(2);
    assertThat(score.falseStays() + score.fragmented()).as(score.toString()).isLessThan(2);
    assertThat(score.f1()).as(score.toString()).isGreaterThan(0.994);
    assertThat(score.arrivalError()).as(score.toString()).isLessThan(75);
    assertThat(score.departureError()).as(score.toString()).isLessThan(75);
  }

  @Test
  void a_phone_that_sleeps_in_stays_misses_few() {
    Phone phone = Phone.geofenced(Duration.ofSeconds(15));

    assertMissesFew(score(phone, FENCE_METERS));
  }

  @Test
  void a_phone_with_a_sign_of_life_in_its_sleep_misses_few() {
    Sampling sampling = Sampling.heartbeat(Duration.ofSeconds(15), Duration.ofMinutes(15));

    assertMissesFew(score(Phone.with(sampling, Noise.USUAL), FENCE_METERS));
  }

  @Test
  void phones_that_sleep_are_understood_better_than_by_the_usual_rule() {
    Phone phone = Phone.geofenced(Duration.ofSeconds(15));

    StayScore own = score(phone, FENCE_METERS);
    StayScore usual = score(phone, FENCE_METERS, day -> SlidingStays.BEST.of(day.fixes()));

    assertThat(own.f1()).as("%s against %s", own, usual).isGreaterThan(usual.f1());
    assertThat(own.missed()).as("%s against %s", own, usual).isLessThan(usual.missed());
  }

  private static void assertMissesFew(StayScore score) {
    assertThat(score.missed()).as(score.toString()).isLessThan(6);
    assertThat(score.fragmented()).as(score.toString()).isLessThan(5);
    assertThat(score.swallowedTrips()).as(score.toString()).isZero();
    assertThat(score.falseStays()).as(score.toString()).isZero();
    assertThat(score.f1()).as(score.toString()).isGreaterThan(0.98);
    assertThat(score.arrivalError()).as(score.toString()).isLessThan(60);
    assertThat(score.departureBias()).as(score.toString()).isBetween(-60L, 45L);
  }

  private static StayScore score(Phone phone, double nearestMeters) {
    return score(phone, nearestMeters, MadeUpDayTest::told);
  }

  private static StayScore score(
      Phone phone, double nearestMeters, Function<SyntheticTrack, List<TimeSpan>> rule) {
    StayScore score = new StayScore();
    LongStream.rangeClosed(1, DAYS)
        .mapToObj(seed -> SyntheticTrack.of(MadeUpDay.of(seed, nearestMeters), phone, seed))
        .forEach(day -> score.add(rule.apply(day), day.truth()));
    return score;
  }

  private static List<TimeSpan> told(SyntheticTrack day) {
    List<DeviceFix> fixes = day.fixes().stream().map(fix -> new DeviceFix("phone", fix)).toList();
    return TimelineDeriver.DEFAULT.derive(Track.of("ada", fixes)).stays().stream()
        .map(stay -> new TimeSpan(stay.start(), stay.end()))
        .toList();
  }
}
