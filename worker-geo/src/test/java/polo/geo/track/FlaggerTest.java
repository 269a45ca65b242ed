package polo.geo.track;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.geo.track.Flag.GOOD;
import static polo.geo.track.Flag.IMPOSSIBLE_DATE;
import static polo.geo.track.Flag.INACCURATE;
import static polo.geo.track.Flag.JUMP;
import static polo.geo.track.Flag.NULL_ISLAND;
import static polo.geo.track.Flag.SENTINEL;
import static polo.geo.track.Flag.SHADOWED;
import static polo.geo.track.Flag.TELEPORT;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.geo.Story;

class FlaggerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Story story = Story.at("2026-03-01T12:00:00Z");

  @Test
  void poor_and_void_fixes_are_inaccurate_and_silence_about_accuracy_is_not() {
    story.fix(0, 0, 101.0).pause(MINUTE).fix(0, 0, -1.0).pause(MINUTE).fix(0, 0, null);

    assertThat(flags()).containsExactly(INACCURATE, INACCURATE, GOOD);
  }

  @Test
  void null_island_is_nowhere() {
    story.fix("phone", new Coordinate(0.001, -0.001), 5.0);

    assertThat(flags()).containsExactly(NULL_ISLAND);
  }

  @Test
  void whole_degrees_stand_for_unknown() {
    story.fix("phone", new Coordinate(52, 13), 5.0).pause(MINUTE);
    story.fix("phone", new Coordinate(90, -180), 5.0).pause(MINUTE);
    story.fix("phone", new Coordinate(52, 13.4), 5.0);

    assertThat(flags()).containsExactly(SENTINEL, SENTINEL, GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:05Z", "1980-01-06T00:10:00Z", "2155-08-01T12:00:00Z"})
  void a_lost_clock_dates_impossibly(String date) {
    Story lost = Story.at(date).fix(0, 0, 10.0);

    Flagger flagger = OutlierRules.DEFAULT.flagger(lost.track(), 0);

    assertThat(flagger.flag(0)).isEqualTo(IMPOSSIBLE_DATE);
  }

  @Test
  void a_jump_that_comes_back_is_a_jump() {
    story.fix(0, 0, 10.0).pause(MINUTE).fix(30_000, 0, 10.0).pause(MINUTE).fix(100, 0, 10.0);

    assertThat(flags()).containsExactly(GOOD, JUMP, GOOD);
  }

  @Test
  void a_run_of_displaced_fixes_that_comes_back_is_a_jump_too() {
    story.fix(0, 0, 10.0).pause(MINUTE);
    story.fix(90_000, 0, 10.0).pause(MINUTE).fix(90_020, 0, 10.0).pause(MINUTE);
    story.fix(90_000, 9, 10.0).pause(MINUTE).fix(100, 0, 10.0).pause(MINUTE).fix(110, 0, 10.0);

    assertThat(flags()).containsExactly(GOOD, JUMP, JUMP, JUMP, GOOD, GOOD);
  }

  @Test
  void a_flight_is_not_a_jump() {
    story.fix(0, 0, 10.0).pause(Duration.ofMinutes(30));
    story.fix(300_000, 0, 10.0).pause(MINUTE).fix(300_100, 0, 10.0);

    assertThat(flags()).containsExactly(GOOD, GOOD, GOOD);
  }

  @Test
  void fixes_in_flight_are_good() {
    IntStream.range(0, 20).forEach(i -> story.fix(i * 15_000, 0, 30.0).pause(MINUTE));

    assertThat(flags()).containsOnly(GOOD);
  }

  @Test
  void nobody_is_in_two_spots_in_one_second() {
    story.fix(0, 0, 10.0).pause(Duration.ofMillis(400)).fix(500, 0, 10.0);
    story.pause(Duration.ofMillis(600)).fix(5, 0, 10.0);

    assertThat(flags()).containsExactly(GOOD, TELEPORT, GOOD);
  }

  @Test
  void while_one_device_speaks_another_is_in_its_shadow() {
    Coordinate home = Story.spot(5_000, 0);
    story.fix(0, 0, 10.0).pause(MINUTE).fix("tablet", home, 10.0).pause(MINUTE);
    story.fix(100, 0, 10.0).pause(Duration.ofMinutes(6)).fix("tablet", home, 10.0);

    assertThat(flags()).containsExactly(GOOD, SHADOWED, GOOD, GOOD);
  }

  @Test
  void a_flag_that_rests_on_the_end_of_the_record_says_so() {
    story.fix(0, 0, 10.0).pause(MINUTE).fix(30_000, 0, 10.0);
    Flagger flagger = OutlierRules.DEFAULT.flagger(story.track(), 0);

    flagger.flag(0);
    boolean sawEndAtFirst = flagger.sawEnd();
    flagger.flag(1);

    assertThat(sawEndAtFirst).isFalse();
    assertThat(flagger.sawEnd()).isTrue();
  }

  private List<Flag> flags() {
    Track track = story.track();
    Flagger flagger = OutlierRules.DEFAULT.flagger(track, 0);
    return IntStream.range(0, track.size()).mapToObj(flagger::flag).toList();
  }
}
