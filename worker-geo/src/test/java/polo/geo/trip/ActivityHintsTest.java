package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Leg;
import polo.common.document.LegEvidence;
import polo.common.document.TravelMode;
import polo.common.earth.Fix;
import polo.geo.Story;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.Activity;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;

class ActivityHintsTest {

  private static final Hints MOSTLY_CYCLING =
      new Hints(Map.of(Activity.UNTOLD, 1, Activity.CYCLING, 3));

  @Test
  void hints_weigh_by_their_share_and_never_rule_out() {
    ActivityHints hints = ActivityHints.DEFAULT;

    assertThat(hints.log(MOSTLY_CYCLING, TravelMode.BICYCLE))
        .isCloseTo(Math.log(0.775), within(1e-9));
    assertThat(hints.log(MOSTLY_CYCLING, TravelMode.CAR)).isCloseTo(Math.log(0.1), within(1e-9));
  }

  @Test
  void silence_about_activity_says_nothing_of_any_mode() {
    Hints none = new Hints(Map.of(Activity.UNTOLD, 50));

    assertThat(ActivityHints.DEFAULT.log(none, TravelMode.CAR)).isZero();
    assertThat(ActivityHints.DEFAULT.log(none, TravelMode.WALK)).isZero();
  }

  @Test
  void who_is_on_foot_may_walk_or_run() {
    Hints hints = new Hints(Map.of(Activity.ON_FOOT, 9));

    assertThat(ActivityHints.DEFAULT.log(hints, TravelMode.WALK)).isZero();
    assertThat(ActivityHints.DEFAULT.log(hints, TravelMode.RUN)).isZero();
    assertThat(ActivityHints.DEFAULT.log(hints, TravelMode.CAR)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cycling", "on_bicycle", "ON_BICYCLE"})
  void a_slow_ride_is_by_bicycle_when_the_phone_says_so(String hint) {
    Leg untold = slowRide(saying(null));
    Leg told = slowRide(saying(hint));

    assertThat(untold.mode()).isEqualTo(TravelMode.CAR);
    assertThat(told.mode()).isEqualTo(TravelMode.BICYCLE);
    assertThat(told.confidence()).isGreaterThan(0.5);
    assertThat(evidence(told).hint()).isEqualTo("cycling");
    assertThat(evidence(told).hintShare()).isGreaterThan(0.9);
  }

  @Test
  void a_hint_now_and_then_does_not_decide() {
    Leg leg = slowRide(index -> index % 20 == 0 ? "cycling" : null);

    assertThat(leg.mode()).isEqualTo(TravelMode.CAR);
    assertThat(evidence(leg).hintShare()).isBetween(0.01, 0.1);
  }

  @ParameterizedTest
  @CsvSource({"automotive, CAR", "driving, CAR", "in_vehicle, CAR", "cycling, CAR"})
  void a_fast_drive_stays_one_whatever_the_phone_says(String hint, TravelMode mode) {
    Leg leg = ride(25, saying(hint));

    assertThat(leg.mode()).isEqualTo(mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"still", "stationary", "tilting", "unknown", "surfing"})
  void what_tells_of_no_mode_changes_nothing(String hint) {
    assertThat(slowRide(saying(hint))).isEqualTo(slowRide(saying(null)));
  }

  private static Leg slowRide(IntFunction<@Nullable String> hints) {
    return ride(6, hints);
  }

  /// Four kilometres along a bending road, between two stays.
  private static Leg ride(double mps, IntFunction<@Nullable String> hints) {
    Story story = Story.at("2026-03-01T08:00:00Z");
    story.stay(Duration.ofMinutes(20));
    story.move(1_000, 0, mps).move(2_000, 300, mps).move(3_000, 300, mps).move(4_000, 0, mps);
    story.stay(Duration.ofMinutes(20));
    List<DeviceFix> seen = story.fixes();
    List<DeviceFix> fixes =
        IntStream.range(0, seen.size())
            .mapToObj(index -> hinted(seen.get(index), hints.apply(index)))
            .toList();
    Track track = Track.of(Story.USER, fixes);
    return TimelineDeriver.DEFAULT.derive(track).trips().getFirst().legs().getFirst();
  }

  private static IntFunction<@Nullable String> saying(@Nullable String hint) {
    return index -> hint;
  }

  private static DeviceFix hinted(DeviceFix sighting, @Nullable String hint) {
    Fix fix = sighting.fix();
    return new DeviceFix(
        sighting.deviceId(),
        new Fix(fix.at(), fix.position(), null, fix.accuracyMeters(), null, null, hint));
  }

  private static LegEvidence evidence(Leg leg) {
    return Objects.requireNonNull(leg.evidence());
  }
}
