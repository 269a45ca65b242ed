package polo.geo.track;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.geo.track.Flag.FROZEN;
import static polo.geo.track.Flag.GOOD;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;
import polo.geo.Story;

/// Old positions told again, and true ones.
class ReplaysTest {

  private final Story story = Story.at("2026-03-01T12:00:00Z");

  @Test
  void a_position_repeated_while_the_car_went_on_is_frozen() {
    drive(0, 2_250);
    repeat(2_250, 8);
    drive(4_275, 6_000);

    assertThat(at(FROZEN)).hasSize(8).first().isEqualTo(11);
  }

  @Test
  void a_phone_on_a_table_may_tell_one_position_for_hours() {
    drive(0, 2_250);
    repeat(2_250, 400);
    drive(2_300, 6_000);

    assertThat(at(FROZEN)).isEmpty();
  }

  @Test
  void a_stop_of_some_minutes_is_a_stop_however_still_the_position() {
    drive(0, 2_250);
    repeat(2_250, 24);
    drive(2_400, 6_000);

    assertThat(at(FROZEN)).isEmpty();
  }

  @Test
  void a_wrong_fix_does_not_make_the_stop_before_it_stale() {
    drive(0, 2_250);
    repeat(2_250, 24);
    story.pause(Duration.ofSeconds(5)).fix(4_000, 0, 10.0).pause(Duration.ofSeconds(5));
    repeat(2_250, 24);
    drive(2_400, 6_000);

    assertThat(at(FROZEN)).isEmpty();
  }

  @Test
  void repeats_longer_than_the_rules_allow_are_rest_even_before_a_leap() {
    drive(0, 2_250);
    repeat(2_250, 60);
    drive(15_000, 18_000);

    assertThat(at(FROZEN)).isEmpty();
  }

  @Test
  void the_last_repeat_waits_for_what_comes_next() {
    drive(0, 2_250);
    repeat(2_250, 8);
    Flagger flagger = OutlierRules.DEFAULT.flagger(story.track(), 0);

    flagger.flag(flagger.track().size() - 1);

    assertThat(flagger.sawEnd()).isTrue();
  }

  /// Seconds, positions and accuracies as a car with a phone that kept a position of the house it
  /// had left three minutes before told them.
  @Test
  void a_kept_position_between_two_true_ones_is_frozen() {
    told(0, 37.3910394, -122.0865407, 50);
    told(30, 37.3910394, -122.0865407, 50);
    told(60, 37.3910394, -122.0865407, 50);
    told(99, 37.3899269, -122.087162, 10);
    told(2, 37.389777, -122.0873043, 10);
    told(6, 37.3892408, -122.0876264, 10);
    told(5, 37.3887969, -122.0878611, 10);
    told(4, 37.3910394, -122.0865407, 50);
    told(2, 37.3883502, -122.0881512, 10);
    told(6, 37.3881418, -122.0882747, 10);

    assertThat(at(FROZEN)).containsExactly(7);
  }

  @Test
  void who_drives_back_where_they_were_and_stays_was_there() {
    drive(0, 2_250);
    story.pause(Duration.ofSeconds(60)).fix(0, 0, 10.0);
    story.pause(Duration.ofSeconds(60)).fix(5, 0, 10.0);

    assertThat(flags()).containsOnly(GOOD);
  }

  /// A fix every 15 seconds at 15 m/s.
  private void drive(double from, double to) {
    for (double east = from; east <= to; east += 225) {
      story.pause(Duration.ofSeconds(15)).fix(east, 0, 10.0);
    }
  }

  private void repeat(double east, int times) {
    IntStream.range(0, times).forEach(_ -> story.pause(Duration.ofSeconds(15)).fix(east, 0, 10.0));
  }

  private void told(int secondsLater, double lat, double lon, double accuracy) {
    story.pause(Duration.ofSeconds(secondsLater)).fix("phone", new Coordinate(lat, lon), accuracy);
  }

  private List<Integer> at(Flag flag) {
    List<Flag> flags = flags();
    return IntStream.range(0, flags.size()).filter(i -> flags.get(i) == flag).boxed().toList();
  }

  private List<Flag> flags() {
    Track track = story.track();
    Flagger flagger = OutlierRules.DEFAULT.flagger(track, 0);
    return IntStream.range(0, track.size()).mapToObj(flagger::flag).toList();
  }
}
