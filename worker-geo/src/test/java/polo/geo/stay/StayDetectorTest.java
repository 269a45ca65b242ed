package polo.geo.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.document.Stay;
import polo.common.document.Wait;
import polo.common.earth.Coordinate;
import polo.geo.Story;
import polo.geo.timeline.Timeline;
import polo.geo.timeline.TimelineDeriver;

/// What is a stay and what silence means, told as stories.
class StayDetectorTest {

  private static final double WALK = 1.4;
  private static final double RIDE = 12;

  private final Story story = Story.at("2026-03-01T08:00:00Z");

  @Test
  void an_hour_at_one_spot_is_a_stay_there() {
    story.stay(hours(1)).move(5_000, 0, RIDE);

    assertThat(stays()).hasSize(1);
    assertThat(metersFrom(0, 0, stays().getFirst())).isLessThan(5);
    assertThat(stays().getFirst().inferred()).isFalse();
    assertThat(stays().getFirst().confidence()).isGreaterThan(0.9);
  }

  @Test
  void a_pause_at_a_red_light_is_not_a_stay() {
    story.stay(hours(1)).move(3_000, 0, RIDE).stay(minutes(2)).move(6_000, 0, RIDE);

    assertThat(stays()).hasSize(1);
    assertThat(derived().trips()).hasSize(1);
  }

  @Test
  void ten_minutes_at_a_bus_stop_are_a_wait_on_the_trip() {
    story.stay(hours(1)).move(600, 0, WALK);
    Instant arrival = story.now();
    story.stay(minutes(10)).move(6_000, 0, RIDE).stay(hours(1));

    assertThat(stays()).hasSize(2);
    assertThat(derived().trips()).hasSize(1);
    assertThat(derived().trips().getFirst().waits()).hasSize(1);
    Wait wait = derived().trips().getFirst().waits().getFirst();
    assertThat(wait.start()).isCloseTo(arrival, within(30, ChronoUnit.SECONDS));
    assertThat(wait.end()).isCloseTo(arrival.plus(minutes(10)), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void a_wait_lasts_into_the_silence_until_the_ride_began_that_is_heard_after_it() {
    story.stay(hours(1)).move(600, 0, WALK).stay(minutes(4)).pause(minutes(5));
    Instant boarded = story.now();
    story.silence(Duration.ofSeconds(100), 1_800, 0).move(9_000, 0, RIDE).stay(hours(1));

    assertThat(stays()).hasSize(2);
    assertThat(derived().trips().getFirst().waits()).hasSize(1);
    assertThat(derived().trips().getFirst().waits().getFirst().end())
        .isCloseTo(boarded, within(80, ChronoUnit.SECONDS));
  }

  @Test
  void one_waits_where_one_boards_and_walks_there_across_the_station() {
    story.stay(hours(1)).move(4_000, 0, RIDE).stay(minutes(2)).move(4_000, 80, 0.7);
    Instant reached = story.now();
    story.stay(minutes(6)).move(12_000, 80, RIDE).stay(hours(1));

    assertThat(stays()).hasSize(2);
    assertThat(derived().trips().getFirst().waits()).hasSize(1);
    Wait wait = derived().trips().getFirst().waits().getFirst();
    assertThat(wait.start()).isCloseTo(reached, within(60, ChronoUnit.SECONDS));
    assertThat(Story.spot(4_000, 80).metersTo(new Coordinate(wait.lat(), wait.lon())))
        .isLessThan(10);
  }

  @Test
  void whoever_walked_when_last_heard_and_rides_when_heard_again_waited_in_between() {
    story.stay(hours(1)).move(600, 0, WALK);
    Instant silent = story.now();
    story.pause(minutes(6));
    Instant boarded = story.now();
    story.silence(Duration.ofSeconds(100), 1_800, 0).move(9_000, 0, RIDE).stay(hours(1));

    assertThat(derived().trips().getFirst().waits()).hasSize(1);
    Wait wait = derived().trips().getFirst().waits().getFirst();
    assertThat(wait.start()).isCloseTo(silent, within(30, ChronoUnit.SECONDS));
    assertThat(wait.end()).isCloseTo(boarded, within(80, ChronoUnit.SECONDS));
  }

  @Test
  void a_silence_in_a_ride_is_no_wait() {
    story.stay(hours(1)).move(6_000, 0, RIDE).silence(minutes(6), 7_200, 0);
    story.move(15_000, 0, RIDE).stay(hours(1));

    assertThat(derived().trips().getFirst().waits()).isEmpty();
  }

  @Test
  void whoever_walks_on_after_a_silence_is_not_said_to_have_waited_in_it() {
    story.stay(hours(1)).move(600, 0, WALK).stay(minutes(4));
    Instant silent = story.now();
    story.silence(minutes(5), 900, 0).move(2_500, 0, WALK).stay(hours(1));

    assertThat(derived().trips().getFirst().waits())
        .allSatisfy(wait -> assertThat(wait.end()).isBefore(silent.plus(minutes(1))));
  }

  @Test
  void ten_minutes_in_a_shop_on_a_walk_are_a_stay() {
    story.stay(hours(1)).move(600, 0, WALK).stay(minutes(10)).move(2_000, 0, WALK);

    assertThat(stays()).hasSize(2);
  }

  @Test
  void whoever_rides_back_the_same_way_has_been_there() {
    story.stay(hours(1)).move(4_000, 0, RIDE).stay(minutes(8)).move(0, 0, RIDE).stay(hours(1));

    assertThat(stays()).hasSize(3);
  }

  @Test
  void half_an_hour_is_a_stay_however_it_is_left() {
    story.stay(hours(1)).move(600, 0, WALK).stay(minutes(30)).move(6_000, 0, RIDE);

    assertThat(stays()).hasSize(2);
  }

  @Test
  void a_slow_walk_is_not_a_stay() {
    story.move(2_500, 0, 0.8);

    assertThat(stays()).isEmpty();
  }

  @Test
  void a_stroll_across_a_square_is_not_a_stay() {
    story.move(300, 0, 0.7).move(2_500, 0, WALK);

    assertThat(stays()).isEmpty();
  }

  @Test
  void arrival_and_departure_are_found_within_half_a_minute() {
    story.move(2_000, 0, WALK);
    Instant arrival = story.now();
    story.stay(minutes(40));
    Instant departure = story.now();
    story.move(4_000, 0, WALK);

    Stay stay = stays().getFirst();
    assertThat(stay.start()).isCloseTo(arrival, within(30, ChronoUnit.SECONDS));
    assertThat(stay.end()).isCloseTo(departure, within(30, ChronoUnit.SECONDS));
  }

  @Test
  void the_way_to_where_a_phone_wakes_is_not_part_of_the_stay() {
    story.move(2_000, 0, WALK).stay(minutes(6)).pause(hours(2));
    Instant departure = story.now();
    story.silence(Duration.ofSeconds(70), 2_080, 0).move(6_000, 0, WALK);

    assertThat(stays()).hasSize(1);
    assertThat(stays().getFirst().end()).isCloseTo(departure, within(30, ChronoUnit.SECONDS));
    assertThat(metersFrom(2_000, 0, stays().getFirst())).isLessThan(15);
  }

  @Test
  void a_few_steps_outside_do_not_end_a_stay() {
    story.stay(minutes(30)).move(150, 0, WALK).move(0, 0, WALK).stay(minutes(30));

    assertThat(stays()).hasSize(1);
    assertThat(derived().trips()).isEmpty();
  }

  @Test
  void poor_fixes_do_not_drag_a_stay_along() {
    for (int i = 0; i < 30; i++) {
      story.stay(minutes(1)).fix(80, 80, 95.0);
    }

    assertThat(stays()).hasSize(1);
    assertThat(metersFrom(0, 0, stays().getFirst())).isLessThan(10);
  }

  @Test
  void midnight_does_not_split_a_stay() {
    Story night = Story.at("2026-03-01T21:00:00Z").stay(hours(10)).move(5_000, 0, RIDE);

    assertThat(TimelineDeriver.DEFAULT.derive(night.track()).stays()).hasSize(1);
  }

  @Test
  void silence_that_ends_where_it_began_is_part_of_the_stay() {
    story.stay(minutes(10)).silence(hours(8), 20, 0).stay(minutes(10));

    assertThat(stays()).hasSize(1);
    assertThat(stays().getFirst().inferred()).isTrue();
    assertThat(Duration.between(stays().getFirst().start(), stays().getFirst().end()))
        .isGreaterThan(hours(8));
  }

  @Test
  void a_phone_that_reports_four_times_an_hour_and_roughly_has_not_left() {
    for (int hour = 0; hour < 5; hour++) {
      story.fix(0, 0, 40.0).pause(minutes(15)).fix(60, -20, 65.0).pause(minutes(15));
      story.fix(10, 5, 40.0).pause(minutes(15)).fix(-120, 130, 80.0).pause(minutes(15));
    }
    story.fix(0, 0, 40.0);

    assertThat(stays()).hasSize(1);
    assertThat(derived().trips()).isEmpty();
  }

  @Test
  void a_phone_that_slept_and_woke_by_a_geofence_was_where_it_slept_until_the_way_there_began() {
    story.move(2_000, 0, WALK).stay(minutes(3));
    story.silence(hours(3), 2_000, 330);
    Instant woken = story.now();
    story.move(2_000, 3_000, WALK);

    assertThat(stays()).hasSize(1);
    assertThat(metersFrom(2_000, 0, stays().getFirst())).isLessThan(60);
    assertThat(stays().getFirst().inferred()).isTrue();
    // 330 m at walking pace are five minutes.
    assertThat(stays().getFirst().end())
        .isCloseTo(woken.minus(minutes(5)), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void a_phone_that_fell_silent_on_the_way_and_lies_still_after_was_there() {
    story.move(2_000, 0, WALK);
    Instant silent = story.now();
    story.silence(hours(2), 2_330, 0).stay(minutes(20)).move(6_000, 0, RIDE);

    assertThat(stays()).hasSize(1);
    assertThat(metersFrom(2_330, 0, stays().getFirst())).isLessThan(20);
    assertThat(stays().getFirst().start())
        .isCloseTo(silent.plus(minutes(5)), within(30, ChronoUnit.SECONDS));
  }

  @Test
  void a_tunnel_is_part_of_the_trip() {
    story.stay(minutes(20)).move(5_000, 0, RIDE).silence(minutes(15), 20_000, 0);
    story.move(25_000, 0, RIDE).stay(minutes(20));

    assertThat(stays()).hasSize(2);
    assertThat(derived().trips()).hasSize(1);
    // Nobody goes straight through a silence: it counts a tenth more than the straight line.
    assertThat(derived().trips().getFirst().distanceMeters())
        .isCloseTo(10_000 + 1.1 * 15_000, within(500.0));
    assertThat(derived().gaps()).isEmpty();
  }

  @Test
  void silence_from_one_stay_to_another_far_off_is_an_inferred_trip() {
    story.stay(minutes(20)).silence(minutes(50), 40_000, 0).stay(minutes(20));

    assertThat(stays()).hasSize(2);
    assertThat(derived().trips()).hasSize(1);
    assertThat(derived().trips().getFirst().inferred()).isTrue();
  }

  @Test
  void days_of_silence_and_a_new_place_are_an_honest_gap() {
    story.stay(minutes(20)).silence(Duration.ofDays(3), 90_000, 0).stay(minutes(20));

    assertThat(stays()).hasSize(2);
    assertThat(derived().trips()).isEmpty();
    assertThat(derived().gaps()).hasSize(1);
    assertThat(
            Duration.between(
                derived().gaps().getFirst().start(), derived().gaps().getFirst().end()))
        .isGreaterThan(Duration.ofDays(2));
  }

  private Timeline derived() {
    return TimelineDeriver.DEFAULT.derive(story.track());
  }

  private List<Stay> stays() {
    return derived().stays();
  }

  private static double metersFrom(double east, double north, Stay stay) {
    return Story.spot(east, north).metersTo(new Coordinate(stay.lat(), stay.lon()));
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
