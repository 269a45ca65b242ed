package polo.geo.trip;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Leg;
import polo.common.document.LegEvidence;
import polo.common.document.PointsBucket;
import polo.common.document.PointsCodec;
import polo.common.document.TravelMode;
import polo.common.document.Trip;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.earth.Polyline;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;
import polo.testkit.track.Itinerary;
import polo.testkit.track.Phone;
import polo.testkit.track.Spot;
import polo.testkit.track.SyntheticTrack;

class LegMakerTest {

  private static final Instant SIX = Instant.parse("2026-05-04T06:00:00Z");
  private static final Spot HOME = Spot.of("home", 52.0985, 5.1310, 5);
  private static final Spot STATION = Spot.of("station", 52.0893, 5.1101, 5);
  private static final Spot OFFICE = Spot.of("office", 52.1553, 5.3745, 4);
  private static final Spot ACROSS = Spot.of("across town", 52.0653, 5.0845, 4);
  private static final Spot AMSTERDAM = Spot.of("amsterdam", 52.3791, 4.9003, 0);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_stroll_is_a_walk(long seed) {
    assertThat(modes(home().walk(STATION), seed)).containsExactly(TravelMode.WALK);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void who_pedals_through_town_rides_a_bicycle(long seed) {
    assertThat(modes(home().bicycle(ACROSS), seed)).containsExactly(TravelMode.BICYCLE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_drive_out_of_town_is_a_car(long seed) {
    assertThat(modes(home().car(OFFICE), seed)).containsExactly(TravelMode.CAR);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void the_walk_to_the_train_is_a_leg_of_its_own(long seed) {
    Itinerary commute = home().walk(STATION).stayFor(ofMinutes(4)).train(AMSTERDAM);

    assertThat(modes(commute, seed)).containsExactly(TravelMode.WALK, TravelMode.TRAIN);
  }

  @Test
  void legs_follow_one_another_and_make_up_the_trip() {
    Trip trip = trip(home().walk(STATION).stayFor(ofMinutes(4)).train(AMSTERDAM), 3);

    List<Leg> legs = trip.legs();
    assertThat(legs.getFirst().start()).isEqualTo(trip.start());
    assertThat(legs.getLast().end()).isEqualTo(trip.end());
    assertThat(legs.get(1).start()).isAfterOrEqualTo(legs.get(0).end());
    assertThat(legs.stream().mapToDouble(Leg::distanceMeters).sum())
        .isCloseTo(trip.distanceMeters(), within(0.2));
  }

  @Test
  void a_leg_says_what_its_mode_was_told_by() {
    Leg leg = trip(home().car(OFFICE), 2).legs().getFirst();

    LegEvidence evidence = Objects.requireNonNull(leg.evidence());
    assertThat(evidence.p95SpeedMps()).isGreaterThan(evidence.medianSpeedMps());
    assertThat(evidence.turnDegreesPerKm()).isGreaterThan(10);
    assertThat(leg.confidence() + evidence.runnerUpConfidence()).isLessThanOrEqualTo(1.01);
  }

  @Test
  void the_full_way_is_rebuilt_from_the_stored_fixes() {
    List<Fix> seen = fixes(home().car(OFFICE), 5).stream().map(Fix::rounded).toList();
    Trip trip = trip(seen);

    List<Fix> stored = throughChunks(seen);

    assertThat(stored).isEqualTo(seen);
    assertThat(trip(stored)).isEqualTo(trip);
    List<Coordinate> line = Polyline.decode(trip.legs().getFirst().polyline());
    long onTheWay = stored.stream().filter(fix -> isDuring(trip, fix)).count();
    assertThat(onTheWay).isGreaterThan(line.size());
  }

  private static List<Fix> throughChunks(List<Fix> fixes) {
    return fixes.stream()
        .collect(groupingBy(fix -> PointsBucket.of(fix.at()), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .flatMap(chunk ->
            PointsCodec.decode(chunk.getKey(), PointsCodec.encode(chunk.getKey(), chunk.getValue()))
                .stream())
        .toList();
  }

  private static boolean isDuring(Trip trip, Fix fix) {
    return fix.at().isAfter(trip.start()) && fix.at().isBefore(trip.end());
  }

  private static Itinerary home() {
    return Itinerary.from(HOME, SIX).stayFor(ofHours(2));
  }

  private static List<TravelMode> modes(Itinerary way, long seed) {
    return trip(way, seed).legs().stream().map(Leg::mode).toList();
  }

  private static Trip trip(Itinerary way, long seed) {
    return trip(fixes(way, seed));
  }

  private static Trip trip(List<Fix> fixes) {
    List<DeviceFix> sightings = fixes.stream().map(fix -> new DeviceFix("phone", fix)).toList();
    return TimelineDeriver.DEFAULT.derive(Track.of("ada", sightings)).trips().getFirst();
  }

  private static List<Fix> fixes(Itinerary way, long seed) {
    Phone phone = Phone.alwaysOn(ofSeconds(10));
    return SyntheticTrack.of(way.stayFor(ofHours(3)), phone, seed).fixes();
  }
}
