package polo.testkit.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.TravelMode;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.time.TimeSpan;

class SyntheticTrackTest {

  private static final Instant SIX = Instant.parse("2026-05-04T06:00:00Z");
  private static final Spot HOME = Spot.of("home", 52.0985, 5.1310, 5);
  private static final Spot OFFICE = Spot.of("office", 52.0853, 5.1745, 4);
  private static final Spot SHOP = Spot.of("shop", 52.0950, 5.1340, 5);
  private static final Spot AIRPORT = Spot.of("airport", 52.3091, 4.7627, -3);
  private static final Spot LISBON = Spot.of("lisbon airport", 38.7742, -9.1342, 110);
  private static final Spot CHIADO = Spot.of("chiado", 38.7107, -9.1393, 30);

  private static final Itinerary DAY =
      Itinerary.from(HOME, SIX)
          .stayFor(Duration.ofHours(2))
          .bicycle(OFFICE)
          .stayFor(Duration.ofHours(4))
          .bus(SHOP)
          .stayFor(Duration.ofMinutes(25))
          .walk(HOME)
          .stayFor(Duration.ofHours(1));

  private static final Itinerary EVERY_MODE =
      DAY.car(AIRPORT)
          .stayFor(Duration.ofMinutes(90))
          .fly(LISBON)
          .stayFor(Duration.ofMinutes(20))
          .subway(CHIADO)
          .stayFor(Duration.ofMinutes(4))
          .walk(Spot.of("hotel", 38.7131, -9.1420, 45))
          .stayFor(Duration.ofHours(8))
          .train(Spot.of("sintra", 38.7989, -9.3866, 200));

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void the_same_seed_gives_the_same_track(long seed) {
    SyntheticTrack first = SyntheticTrack.of(DAY, Phone.alwaysOn(Duration.ofSeconds(15)), seed);

    SyntheticTrack second = SyntheticTrack.of(DAY, Phone.alwaysOn(Duration.ofSeconds(15)), seed);

    assertThat(second.fixes()).isEqualTo(first.fixes());
    assertThat(second.lies()).isEqualTo(first.lies());
  }

  @Test
  void another_seed_gives_another_track() {
    SyntheticTrack first = SyntheticTrack.of(DAY, Phone.alwaysOn(Duration.ofSeconds(15)), 1);

    SyntheticTrack second = SyntheticTrack.of(DAY, Phone.alwaysOn(Duration.ofSeconds(15)), 2);

    assertThat(second.fixes()).isNotEqualTo(first.fixes());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void what_happens_is_without_seams(long seed) {
    Truth truth = EVERY_MODE.travel(seed);

    assertThat(truth.passages())
        .isSortedAccordingTo(Comparator.comparing(passage -> passage.span().start()));
    assertThat(IntStream.range(1, truth.passages().size()))
        .allSatisfy(i -> assertSeamless(truth.passages().get(i - 1), truth.passages().get(i)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void legs_have_the_speed_of_their_mode(long seed) {
    Truth truth = EVERY_MODE.travel(seed);

    assertThat(truth.legs())
        .allSatisfy(leg -> {
          double mps = leg.distanceMeters() / leg.span().duration().toSeconds();
          assertThat(mps).as("mean speed by " + leg.mode()).isBetween(slowest(leg), fastest(leg));
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void nobody_moves_faster_than_the_mode_allows_at_any_second(long seed) {
    Truth truth = EVERY_MODE.travel(seed);

    assertThat(truth.legs())
        .allSatisfy(leg ->
            assertThat(fastestSecond(leg))
                .as("fastest second by " + leg.mode())
                .isBetween(1.0, 2.6 * fastest(leg)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void the_way_back_is_the_way_there(long seed) {
    Truth truth = Itinerary.from(HOME, SIX).bicycle(OFFICE).bicycle(HOME).travel(seed);

    List<Coordinate> there = truth.legs().get(0).way().points();
    List<Coordinate> back = truth.legs().get(1).way().points();

    assertThat(back).isEqualTo(there.reversed());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void fixes_are_near_the_truth_within_what_they_state(long seed) {
    SyntheticTrack track =
        SyntheticTrack.of(EVERY_MODE, Phone.alwaysOn(Duration.ofSeconds(5)), seed);

    List<Fix> honest =
        track.fixes().stream().filter(fix -> !track.lies().contains(fix.at())).toList();

    assertThat(honest).hasSizeGreaterThan(9_000);
    assertThat(quantile(honest, track.truth(), 0.95)).isBetween(0.6, 1.3);
    assertThat(quantile(honest, track.truth(), 0.999)).isBetween(1.0, 8.0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void a_fix_far_off_says_so_or_is_a_known_lie(long seed) {
    SyntheticTrack track =
        SyntheticTrack.of(
            EVERY_MODE, Phone.with(Sampling.alwaysOn(Duration.ofSeconds(5)), Noise.URBAN), seed);

    List<Fix> far =
        track.fixes().stream().filter(fix -> errorMeters(fix, track.truth()) > 350).toList();

    assertThat(far)
        .isNotEmpty()
        .allSatisfy(fix ->
            assertThat(accuracy(fix) > 100 || track.lies().contains(fix.at()))
                .as("%s is honest or a known lie", fix)
                .isTrue());
  }

  // Against phones lying on a table (MobilityNet, 11,326 fixes): p50 5.1 m, p90 22.8 m, p95 252 m,
  // p99 763 m, and 6.5 % of the fixes off by more than 100 m.
  @Test
  void a_phone_on_a_table_errs_as_measured() {
    Itinerary table = Itinerary.from(HOME, SIX).stayFor(Duration.ofDays(20));

    SyntheticTrack track = SyntheticTrack.of(table, Phone.alwaysOn(Duration.ofMinutes(1)), 5);

    double[] errors =
        track.fixes().stream()
            .mapToDouble(fix -> errorMeters(fix, track.truth()))
            .sorted()
            .toArray();
    assertThat(errors[(int) (0.50 * errors.length)]).isBetween(4.0, 7.0);
    assertThat(errors[(int) (0.90 * errors.length)]).isBetween(16.0, 28.0);
    assertThat(errors[(int) (0.95 * errors.length)]).isBetween(120.0, 300.0);
    assertThat(errors[(int) (0.99 * errors.length)]).isBetween(600.0, 950.0);
  }

  @Test
  void lies_are_far_off_and_claim_not_to_be() {
    SyntheticTrack track = SyntheticTrack.of(DAY, Phone.alwaysOn(Duration.ofSeconds(1)), 3);

    List<Fix> lies = track.fixes().stream().filter(fix -> track.lies().contains(fix.at())).toList();

    assertThat(lies).isNotEmpty().hasSameSizeAs(track.lies());
    assertThat(lies)
        .allSatisfy(fix -> assertThat(errorMeters(fix, track.truth())).isGreaterThan(390))
        .allSatisfy(fix -> assertThat(accuracy(fix)).isLessThan(31));
  }

  @Test
  void a_phone_without_noise_tells_the_truth() {
    Phone phone = Phone.with(Sampling.alwaysOn(Duration.ofSeconds(15)), Noise.NONE);

    SyntheticTrack track = SyntheticTrack.of(DAY, phone, 1);

    assertThat(track.fixes())
        .allSatisfy(fix -> assertThat(errorMeters(fix, track.truth())).isLessThan(0.02));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void fixes_come_in_time_order_and_never_twice(long seed) {
    SyntheticTrack track =
        SyntheticTrack.of(EVERY_MODE, Phone.alwaysOn(Duration.ofSeconds(1)), seed);

    List<Instant> times = track.fixes().stream().map(Fix::at).toList();

    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void a_geofenced_phone_is_silent_in_stays_and_wakes_100_to_500_m_away(long seed) {
    Phone phone = Phone.with(Sampling.geofenced(Duration.ofSeconds(5)), Noise.NONE);
    SyntheticTrack track = SyntheticTrack.of(DAY, phone, seed);
    TimeSpan home = track.truth().stays().getFirst().span();
    TimeSpan deepInside =
        new TimeSpan(home.start().plus(Duration.ofMinutes(4)), home.end().minusSeconds(1));

    List<Fix> inside = within(track, deepInside);
    Fix first = within(track, track.truth().legs().getFirst().span()).getFirst();

    assertThat(inside).isEmpty();
    assertThat(first.position().metersTo(HOME.position())).isBetween(95.0, 515.0);
  }

  @Test
  void a_sleeping_phone_may_give_a_sign_of_life() {
    Sampling sampling = Sampling.heartbeat(Duration.ofSeconds(5), Duration.ofMinutes(15));

    SyntheticTrack track = SyntheticTrack.of(DAY, Phone.with(sampling, Noise.USUAL), 1);

    List<Fix> atWork = within(track, track.truth().stays().get(1).span());
    assertThat(atWork.size()).isBetween(30 + 15, 40 + 17);
  }

  @Test
  void a_metro_is_heard_only_at_its_ends_and_a_plane_not_at_all() {
    SyntheticTrack track = SyntheticTrack.of(EVERY_MODE, Phone.alwaysOn(Duration.ofSeconds(1)), 1);

    List<Fix> metro = within(track, leg(track, TravelMode.SUBWAY).span());
    List<Fix> plane = within(track, leg(track, TravelMode.FLIGHT).span());

    assertThat(metro.size()).isBetween(10, 150);
    assertThat(plane).isEmpty();
  }

  @Test
  void a_plane_with_a_window_seat_is_heard_now_and_then_at_900_km_an_hour() {
    Itinerary flight =
        Itinerary.from(AIRPORT, SIX)
            .go(Move.by(TravelMode.FLIGHT, LISBON).sparse(Duration.ofMinutes(4)));

    SyntheticTrack track = SyntheticTrack.of(flight, Phone.alwaysOn(Duration.ofSeconds(5)), 1);

    assertThat(track.fixes().size()).isBetween(30, 45);
    assertThat(track.fixes())
        .anySatisfy(fix -> assertThat(fix.speedMps()).isNotNull().isBetween(220.0, 285.0));
    assertThat(leg(track, TravelMode.FLIGHT).distanceMeters()).isBetween(1_840_000.0, 1_900_000.0);
  }

  @Test
  void a_phone_switched_off_records_nothing() {
    TimeSpan dark = new TimeSpan(SIX.plusSeconds(3_600), SIX.plusSeconds(4 * 3_600));

    SyntheticTrack track =
        SyntheticTrack.of(DAY, Phone.alwaysOn(Duration.ofSeconds(15)).off(dark), 1);

    assertThat(within(track, dark)).isEmpty();
    assertThat(track.fixes()).hasSizeGreaterThan(1_000);
  }

  @Test
  void a_wait_shorter_than_a_stay_does_not_split_a_trip() {
    Truth truth = EVERY_MODE.travel(1);

    List<TrueTrip> trips = truth.trips(Duration.ofMinutes(5));

    assertThat(trips)
        .extracting(trip -> trip.to().name())
        .containsExactly("office", "shop", "home", "airport", "lisbon airport", "hotel", "sintra");
  }

  private static void assertSeamless(Passage before, Passage after) {
    Instant seam = after.span().start();
    assertThat(before.span().end()).isEqualTo(seam);
    assertThat(before.positionAt(seam).metersTo(after.positionAt(seam))).isLessThan(1);
    assertThat(before.altitudeAt(seam)).isCloseTo(after.altitudeAt(seam), offset(1.0));
  }

  private static double slowest(TrueLeg leg) {
    return fastest(leg) / 4;
  }

  private static double fastest(TrueLeg leg) {
    return switch (leg.mode()) {
      case WALK -> 1.6;
      case RUN -> 3.2;
      case BICYCLE -> 5.5;
      case BUS, TRAM -> 9;
      case CAR, UNKNOWN -> 30;
      case SUBWAY, FERRY -> 15;
      case TRAIN -> 35;
      case FLIGHT -> 270;
    };
  }

  private static double fastestSecond(TrueLeg leg) {
    return IntStream.range(0, (int) leg.span().duration().toSeconds())
        .mapToObj(leg.start()::plusSeconds)
        .mapToDouble(at -> leg.positionAt(at).metersTo(leg.positionAt(at.plusSeconds(1))))
        .max()
        .orElseThrow();
  }

  private static TrueLeg leg(SyntheticTrack track, TravelMode mode) {
    return track.truth().legs().stream()
        .filter(leg -> leg.mode() == mode)
        .findFirst()
        .orElseThrow();
  }

  private static List<Fix> within(SyntheticTrack track, TimeSpan span) {
    return track.fixes().stream().filter(fix -> span.contains(fix.at())).toList();
  }

  /// The quantile of the error in units of the declared accuracy.
  private static double quantile(List<Fix> fixes, Truth truth, double share) {
    double[] ratios =
        fixes.stream()
            .mapToDouble(fix -> errorMeters(fix, truth) / accuracy(fix))
            .sorted()
            .toArray();
    return ratios[(int) (share * (ratios.length - 1))];
  }

  private static double errorMeters(Fix fix, Truth truth) {
    return fix.position().metersTo(truth.positionAt(fix.at()));
  }

  private static double accuracy(Fix fix) {
    return Objects.requireNonNull(fix.accuracyMeters());
  }
}
