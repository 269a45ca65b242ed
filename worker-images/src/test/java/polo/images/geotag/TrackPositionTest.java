package polo.images.geotag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import polo.common.document.Photo.PhotoPosition;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class TrackPositionTest {

  private static final Instant NOON = Instant.parse("2026-07-14T12:00:00Z");

  private final TrackPosition rule = TrackPosition.defaults();

  @Test
  void between_two_fixes_the_user_moves_at_a_steady_pace() {
    List<Fix> track = List.of(fix(0, 52.0, 5.0), fix(600, 52.2, 5.4));

    assertThat(rule.at(NOON.plusSeconds(150), List.of(track)))
        .contains(new PhotoPosition(52.05, 5.1, null, "track", 0.92));
  }

  @Test
  void altitude_is_interpolated_when_both_fixes_have_it() {
    List<Fix> track = List.of(high(0, 10), high(60, 20));

    assertThat(rule.at(NOON.plusSeconds(30), List.of(track)).orElseThrow().altitude())
        .isEqualTo(15.0);
  }

  @Test
  void at_a_fix_the_position_is_its() {
    List<Fix> track = List.of(fix(0, 52.0, 5.0), fix(600, 52.2, 5.4));

    assertThat(rule.at(NOON, List.of(track)))
        .contains(new PhotoPosition(52.0, 5.0, null, "track", 1.0));
  }

  @Test
  void across_the_date_line_the_way_is_short() {
    List<Fix> track = List.of(fix(0, 0.0, 179.9), fix(600, 0.0, -179.7));

    assertThat(rule.at(NOON.plusSeconds(300), List.of(track)).orElseThrow().lon())
        .isEqualTo(-179.9);
  }

  @Test
  void in_a_long_silence_nothing_is_known() {
    List<Fix> track = List.of(fix(0, 52.0, 5.0), fix(31 * 60, 52.2, 5.4));

    assertThat(rule.at(NOON.plusSeconds(15 * 60), List.of(track))).isEmpty();
  }

  @Test
  void a_minute_beyond_the_last_fix_it_still_counts() {
    List<Fix> track = List.of(fix(0, 52.0, 5.0));

    assertThat(rule.at(NOON.plusSeconds(60), List.of(track))).isPresent();
    assertThat(rule.at(NOON.plusSeconds(61), List.of(track))).isEmpty();
    assertThat(rule.at(NOON.minusSeconds(60), List.of(track))).isPresent();
    assertThat(rule.at(NOON.minusSeconds(61), List.of(track))).isEmpty();
  }

  @Test
  void a_fix_that_claims_a_kilometre_is_left_out() {
    Fix vague = Fix.of(NOON.plusSeconds(100), 53.0, 6.0, 1000);
    List<Fix> track = List.of(fix(0, 52.0, 5.0), vague, fix(200, 52.0, 5.0));

    assertThat(rule.at(NOON.plusSeconds(100), List.of(track)))
        .contains(new PhotoPosition(52.0, 5.0, null, "track", 0.94));
  }

  @Test
  void of_two_devices_the_one_with_fixes_closer_around_counts() {
    List<Fix> sparse = List.of(fix(0, 10.0, 10.0), fix(1200, 10.0, 10.0));
    List<Fix> dense = List.of(fix(500, 20.0, 20.0), fix(700, 20.0, 20.0));

    assertThat(rule.at(NOON.plusSeconds(600), List.of(sparse, dense)).orElseThrow().lat())
        .isEqualTo(20.0);
  }

  @Test
  void the_further_from_a_fix_the_less_sure() {
    List<Fix> track = List.of(fix(0, 52.0, 5.0), fix(1800, 52.0, 5.0));

    assertThat(confidence(track, 0)).isEqualTo(1.0);
    assertThat(confidence(track, 900)).isEqualTo(0.5);
    assertThat(confidence(track, 1830)).isEqualTo(0.3);
    assertThat(confidence(track, 1860)).isEqualTo(0.1);
  }

  @Test
  void without_a_track_nothing_is_known() {
    assertThat(rule.at(NOON, List.of())).isEmpty();
    assertThat(rule.at(NOON, List.of(List.of()))).isEmpty();
  }

  @Test
  void the_limits_are_the_rules_own() {
    TrackPosition patient = new TrackPosition(Duration.ofHours(2), Duration.ZERO, 200);
    List<Fix> track = List.of(fix(0, 52.0, 5.0), fix(3600, 52.2, 5.4));

    assertThat(patient.at(NOON.plusSeconds(1800), List.of(track))).isPresent();
  }

  private @Nullable Double confidence(List<Fix> track, long second) {
    return rule.at(NOON.plusSeconds(second), List.of(track)).orElseThrow().confidence();
  }

  private static Fix fix(long second, double lat, double lon) {
    return Fix.of(NOON.plusSeconds(second), lat, lon);
  }

  private static Fix high(long second, double altitude) {
    Coordinate spot = new Coordinate(52.0, 5.0);
    return new Fix(NOON.plusSeconds(second), spot, altitude, null, null, null, null);
  }
}
