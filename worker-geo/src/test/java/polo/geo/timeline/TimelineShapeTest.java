package polo.geo.timeline;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.Leg;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.time.TimeSpan;
import polo.geo.track.Track;

/// What is true of every timeline.
class TimelineShapeTest {

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("schedules", 50));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nobody_is_in_two_items_at_once(long seed) {
    List<TimeSpan> spans = spans(timeline(seed));

    assertThat(IntStream.range(1, spans.size()))
        .allMatch(i -> !spans.get(i).start().isBefore(spans.get(i - 1).end()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ids_name_one_thing(long seed) {
    Timeline timeline = timeline(seed);

    assertThat(ids(timeline))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[stgp][0-9a-z]{13}"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_trip_begins_when_the_stay_before_it_ends_and_ends_when_the_next_begins(long seed) {
    Timeline timeline = timeline(seed);

    assertThat(departures(timeline)).containsAll(leavings(timeline));
    assertThat(arrivals(timeline)).containsAll(reachings(timeline));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_stay_is_shorter_than_the_least_stay(long seed) {
    assertThat(timeline(seed).stays())
        .allMatch(stay ->
            Duration.between(stay.start(), stay.end())
                    .compareTo(DerivationSettings.DEFAULT.stays().minStay())
                >= 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_trip_is_the_sum_of_its_legs(long seed) {
    assertThat(timeline(seed).trips()).allMatch(trip -> missing(trip) < 0.01);
  }

  /// What its legs do not explain; all lengths are whole decimetres.
  private static double missing(Trip trip) {
    return Math.abs(
        trip.distanceMeters() - trip.legs().stream().mapToDouble(Leg::distanceMeters).sum());
  }

  private static Timeline timeline(long seed) {
    return TimelineDeriver.DEFAULT.derive(Track.of("ada", Wanderer.wander(seed)));
  }

  private record Moment(@Nullable String stayId, Instant at) {}

  private static List<Moment> departures(Timeline timeline) {
    return timeline.stays().stream().map(s -> new Moment(s.id(), s.end())).toList();
  }

  private static List<Moment> arrivals(Timeline timeline) {
    return timeline.stays().stream().map(s -> new Moment(s.id(), s.start())).toList();
  }

  private static List<Moment> leavings(Timeline timeline) {
    return timeline.trips().stream()
        .filter(trip -> trip.fromStayId() != null)
        .map(trip -> new Moment(trip.fromStayId(), trip.start()))
        .toList();
  }

  private static List<Moment> reachings(Timeline timeline) {
    return timeline.trips().stream()
        .filter(trip -> trip.toStayId() != null)
        .map(trip -> new Moment(trip.toStayId(), trip.end()))
        .toList();
  }

  private static List<TimeSpan> spans(Timeline timeline) {
    return Stream.of(
            timeline.stays().stream().map(s -> span(s.start(), s.end())),
            timeline.trips().stream().map(t -> span(t.start(), t.end())),
            timeline.gaps().stream().map(g -> span(g.start(), g.end())))
        .flatMap(Function.identity())
        .sorted(comparing(TimeSpan::start).thenComparing(TimeSpan::end))
        .toList();
  }

  private static TimeSpan span(Instant start, Instant end) {
    return new TimeSpan(start, end);
  }

  private static List<String> ids(Timeline timeline) {
    return Stream.of(
            timeline.stays().stream().map(Stay::id),
            timeline.trips().stream().map(Trip::id),
            timeline.gaps().stream().map(g -> g.id()),
            timeline.places().stream().map(p -> p.id()))
        .flatMap(Function.identity())
        .toList();
  }
}
