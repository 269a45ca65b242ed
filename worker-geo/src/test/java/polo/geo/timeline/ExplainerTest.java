package polo.geo.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Gap;
import polo.common.document.Leg;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.document.Wait;
import polo.common.earth.Fix;
import polo.geo.Story;
import polo.geo.timeline.Explanation.Kind;
import polo.geo.track.DeviceFix;
import polo.geo.track.Flag;
import polo.geo.track.Track;

/// Why things are so.
class ExplainerTest {

  private static final double RIDE = 12;

  private final Story story = Story.at("2026-03-01T08:00:00Z");

  @Test
  void a_stay_says_how_long_fixes_kept_to_the_spot() {
    story.stay(Duration.ofHours(1)).move(5_000, 0, RIDE);

    Explanation stay = explanations().getFirst();
    assertThat(stay.rule()).isEqualTo(Rule.DWELL);
    assertThat(stay.because()).matches("1\\d\\d fixes kept to one spot for (59|60) min|.*1:00 h");
  }

  @Test
  void a_gap_says_how_far_and_how_long() {
    story.stay(Duration.ofMinutes(20)).silence(Duration.ofHours(30), 9_000, 0);
    story.stay(Duration.ofMinutes(20));

    assertThat(explanations())
        .extracting(Explanation::rule, Explanation::because)
        .contains(tuple(Rule.LONG_SILENCE, "silent for 30:01 h, then heard 9.0 km away"));
  }

  @Test
  void what_was_not_used_is_counted_by_why() {
    story.stay(Duration.ofMinutes(20)).fix(3_000, 0, 2_000.0).pause(Duration.ofSeconds(30));
    story.stay(Duration.ofMinutes(20));

    assertThat(explanations().getFirst().evidence().flagged())
        .containsExactlyEntriesOf(Map.of(Flag.INACCURATE, 1));
  }

  @Test
  void a_leg_says_how_it_went_and_what_else_it_may_have_been() {
    story.stay(Duration.ofMinutes(20)).move(5_000, 0, RIDE).stay(Duration.ofMinutes(20));

    Explanation leg = of(Kind.LEG).getFirst();

    assertThat(leg.rule()).isEqualTo(Rule.MODE_BY_MANNER);
    assertThat(leg.because()).startsWith("in motion at 4").contains("next likely: ");
    assertThat(leg.evidence().fixes()).isGreaterThan(20);
  }

  @Test
  void a_leg_says_what_the_phone_said() {
    story.stay(Duration.ofMinutes(20)).move(5_000, 0, RIDE).stay(Duration.ofMinutes(20));
    Track track = Track.of(Story.USER, story.fixes().stream().map(ExplainerTest::onFoot).toList());

    assertThat(new Explainer(DerivationSettings.DEFAULT).explain(track))
        .filteredOn(why -> why.kind() == Kind.LEG)
        .extracting(Explanation::because)
        .singleElement()
        .asString()
        .contains("; the phone said on foot (100 %)");
  }

  @Test
  void a_leg_nobody_saw_is_told_by_its_length_and_time() {
    story.stay(Duration.ofMinutes(20)).silence(Duration.ofMinutes(30), 9_000, 0);
    story.stay(Duration.ofMinutes(20));

    assertThat(of(Kind.LEG))
        .extracting(Explanation::rule, Explanation::because)
        .containsExactly(
            tuple(Rule.MODE_UNSEEN, "no fix on the way; what usually goes 9.9 km in 31 min"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everything_derived_is_explained(long seed) {
    Track track = Track.of(Story.USER, Wanderer.wander(seed));
    Timeline timeline = TimelineDeriver.DEFAULT.derive(track);

    List<Explanation> explanations = new Explainer(DerivationSettings.DEFAULT).explain(track);

    assertThat(starts(explanations, Kind.STAY))
        .containsExactlyElementsOf(timeline.stays().stream().map(Stay::start).toList());
    assertThat(starts(explanations, Kind.TRIP))
        .containsExactlyElementsOf(timeline.trips().stream().map(Trip::start).toList());
    assertThat(starts(explanations, Kind.GAP))
        .containsExactlyElementsOf(timeline.gaps().stream().map(Gap::start).toList());
    assertThat(starts(explanations, Kind.LEG)).containsExactlyElementsOf(legs(timeline).toList());
    assertThat(starts(explanations, Kind.WAIT)).containsAll(waits(timeline).toList());
  }

  private static DeviceFix onFoot(DeviceFix seen) {
    Fix fix = seen.fix();
    return new DeviceFix(
        seen.deviceId(),
        new Fix(fix.at(), fix.position(), null, fix.accuracyMeters(), null, null, "on_foot"));
  }

  private List<Explanation> of(Kind kind) {
    return explanations().stream().filter(why -> why.kind() == kind).toList();
  }

  private List<Explanation> explanations() {
    return new Explainer(DerivationSettings.DEFAULT).explain(story.track());
  }

  private static Stream<Instant> legs(Timeline timeline) {
    return timeline.trips().stream().flatMap(trip -> trip.legs().stream()).map(Leg::start);
  }

  private static Stream<Instant> waits(Timeline timeline) {
    return timeline.trips().stream().flatMap(trip -> trip.waits().stream()).map(Wait::start);
  }

  private static List<Instant> starts(List<Explanation> explanations, Kind kind) {
    return explanations.stream().filter(why -> why.kind() == kind).map(Explanation::start).toList();
  }
}
