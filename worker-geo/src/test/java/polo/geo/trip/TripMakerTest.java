package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.document.Leg;
import polo.common.document.TravelMode;
import polo.common.document.Trip;
import polo.common.earth.Coordinate;
import polo.common.earth.Polyline;
import polo.geo.Story;
import polo.geo.timeline.Timeline;
import polo.geo.timeline.TimelineDeriver;

class TripMakerTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final Story story = Story.at("2026-03-01T08:00:00Z");

  @Test
  void a_trip_joins_the_stays_it_lies_between() {
    story.stay(HALF_AN_HOUR).move(6_000, 0, 12).stay(HALF_AN_HOUR);

    Timeline timeline = derived();

    Trip trip = timeline.trips().getFirst();
    assertThat(trip.fromStayId()).isEqualTo(timeline.stays().getFirst().id());
    assertThat(trip.toStayId()).isEqualTo(timeline.stays().getLast().id());
    assertThat(trip.fromPlaceId()).isEqualTo(timeline.stays().getFirst().placeId()).isNotNull();
    assertThat(trip.start()).isEqualTo(timeline.stays().getFirst().end());
    assertThat(trip.end()).isEqualTo(timeline.stays().getLast().start());
  }

  @Test
  void its_numbers_are_those_of_the_way() {
    story.stay(HALF_AN_HOUR).move(6_000, 0, 12).stay(HALF_AN_HOUR);

    Trip trip = derived().trips().getFirst();

    assertThat(trip.distanceMeters()).isCloseTo(6_000, within(120.0));
    assertThat(trip.durationSeconds()).isCloseTo(500, within(40.0));
    assertThat(trip.maxSpeedMps()).isCloseTo(12, within(1.0));
    assertThat(trip.climbMeters()).isNull();
    assertThat(trip.confidence()).isGreaterThan(0.9);
  }

  @Test
  void its_line_leaves_out_what_a_straight_line_says() {
    story.stay(HALF_AN_HOUR).move(6_000, 0, 12).move(6_000, 4_000, 12).stay(HALF_AN_HOUR);

    Leg leg = derived().trips().getFirst().legs().getFirst();

    List<Coordinate> line = Polyline.decode(leg.polyline());
    assertThat(line.size()).isBetween(3, 8);
    assertThat(line).anyMatch(point -> point.metersTo(Story.spot(6_000, 0)) < 30);
  }

  @Test
  void lying_still_is_no_way() {
    story.stay(Duration.ofHours(30));

    assertThat(derived().trips()).isEmpty();
  }

  @Test
  void a_record_that_begins_and_ends_on_the_way_is_a_trip_without_stays() {
    story.move(6_000, 0, 12);

    Trip trip = derived().trips().getFirst();

    assertThat(trip.fromStayId()).isNull();
    assertThat(trip.toStayId()).isNull();
    assertThat(trip.distanceMeters()).isCloseTo(6_000, within(250.0));
  }

  @Test
  void a_flight_is_a_leg_between_the_ways_to_and_from_the_airport() {
    story
        .stay(HALF_AN_HOUR)
        .move(12_000, 9_000, 14)
        .silence(Duration.ofHours(2), 700_000, 300_000)
        .move(710_000, 295_000, 13)
        .stay(HALF_AN_HOUR);

    List<Leg> legs = derived().trips().getFirst().legs();

    assertThat(legs.stream().map(Leg::mode).toList()).contains(TravelMode.FLIGHT).hasSize(3);
    assertThat(legs.get(1).mode()).isEqualTo(TravelMode.FLIGHT);
    assertThat(legs.get(1).inferred()).isTrue();
  }

  @Test
  void a_flight_gives_itself_away_even_unseen() {
    story.stay(HALF_AN_HOUR).silence(Duration.ofHours(2), 900_000, 0).stay(HALF_AN_HOUR);

    Trip trip = derived().trips().getFirst();

    assertThat(trip.inferred()).isTrue();
    assertThat(trip.legs().getFirst().mode()).isEqualTo(TravelMode.FLIGHT);
  }

  @Test
  void how_one_moved_unseen_on_the_ground_is_unknown() {
    story.stay(HALF_AN_HOUR).silence(HALF_AN_HOUR, 20_000, 0).stay(HALF_AN_HOUR);

    assertThat(derived().trips().getFirst().legs().getFirst().mode()).isEqualTo(TravelMode.UNKNOWN);
  }

  private Timeline derived() {
    return TimelineDeriver.DEFAULT.derive(story.track());
  }
}
