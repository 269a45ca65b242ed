package polo.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.TravelMode;
import polo.common.earth.Fix;
import polo.common.time.TimeSpan;
import polo.testkit.Golden;
import polo.testkit.photo.CameraNotes;
import polo.testkit.track.TrueLeg;
import polo.testkit.track.TrueStay;

class SampleJourneyTest {

  private static final SampleJourney JOURNEY = SampleJourney.create();
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  @Test
  void what_happens_reads_like_a_diary() {
    List<String> diary =
        JOURNEY.truth().passages().stream()
            .map(passage ->
                switch (passage) {
                  case TrueStay stay ->
                      "%s  at %s".formatted(span(stay.span()), stay.spot().name());
                  case TrueLeg leg ->
                      "%s  %s to %s, %.1f km"
                          .formatted(
                              span(leg.span()),
                              leg.mode().name().toLowerCase(Locale.ROOT),
                              leg.to().name(),
                              leg.distanceMeters() / 1_000);
                })
            .toList();

    Golden.matches("sample-journey.txt", diary);
  }

  @Test
  void the_sample_is_always_the_same() {
    SampleJourney again = SampleJourney.create();

    assertThat(again.phone().fixes()).isEqualTo(JOURNEY.phone().fixes());
    assertThat(again.uploads()).isEqualTo(JOURNEY.uploads());
    assertThat(again.photos()).isEqualTo(JOURNEY.photos());
  }

  @Test
  void there_is_enough_to_see_and_not_too_much_to_wait_for() {
    int fixes = JOURNEY.phone().fixes().size() + JOURNEY.watch().fixes().size();

    assertThat(fixes).isBetween(10_000, 25_000);
  }

  @Test
  void most_nights_are_at_home() {
    List<LocalDate> nights =
        LocalDate.of(2026, 5, 1).datesUntil(LocalDate.of(2026, 5, 12)).toList();

    List<String> beds =
        nights.stream()
            .map(night ->
                night.plusDays(1).atTime(LocalTime.of(3, 0)).atZone(Plan.PORTUGAL).toInstant())
            .map(at -> ((TrueStay) JOURNEY.truth().passageAt(at)).spot().name())
            .toList();

    assertThat(beds).containsOnly("home", "hotel");
    assertThat(beds.stream().filter("home"::equals)).hasSize(7);
    assertThat(beds.stream().filter("hotel"::equals)).hasSize(4);
  }

  @Test
  void all_kinds_of_movement_are_there() {
    Set<TravelMode> modes = new HashSet<>();

    JOURNEY.truth().legs().forEach(leg -> modes.add(leg.mode()));

    assertThat(modes)
        .containsExactlyInAnyOrder(
            TravelMode.WALK,
            TravelMode.BICYCLE,
            TravelMode.BUS,
            TravelMode.CAR,
            TravelMode.TRAIN,
            TravelMode.TRAM,
            TravelMode.SUBWAY,
            TravelMode.FLIGHT);
  }

  @Test
  void one_flight_is_dark_and_one_is_heard_now_and_then() {
    List<Long> fixes =
        JOURNEY.truth().legs().stream()
            .filter(leg -> leg.mode() == TravelMode.FLIGHT)
            .map(leg ->
                JOURNEY.phone().fixes().stream().filter(f -> leg.span().contains(f.at())).count())
            .toList();

    assertThat(fixes.getFirst()).isZero();
    assertThat(fixes.getLast()).isBetween(25L, 40L);
  }

  @Test
  void the_uploads_hold_every_fix_in_batches_of_at_most_500() {
    List<Upload> uploads = JOURNEY.uploads();

    Set<Fix> uploaded = new HashSet<>();
    uploads.forEach(upload -> uploaded.addAll(upload.points().fixes()));

    assertThat(uploaded).isEqualTo(new HashSet<>(all()));
    assertThat(uploads)
        .allSatisfy(upload -> assertThat(upload.points().fixes().size()).isBetween(1, 500))
        .allSatisfy(
            upload -> assertThat(span(upload.points().fixes())).isLessThan(Duration.ofMinutes(31)));
  }

  @Test
  void uploads_come_in_the_order_the_api_took_them() {
    List<Upload> uploads = JOURNEY.uploads();

    assertThat(uploads).isSortedAccordingTo(Comparator.comparing(Upload::at));
    assertThat(uploads)
        .allSatisfy(
            upload -> assertThat(upload.at()).isAfter(upload.points().fixes().getLast().at()));
  }

  @Test
  void an_afternoon_comes_two_days_late_and_nothing_else_does() {
    List<Upload> late =
        JOURNEY.uploads().stream()
            .filter(
                u -> u.at().isAfter(u.points().fixes().getLast().at().plus(Duration.ofHours(1))))
            .toList();

    assertThat(late).hasSizeGreaterThan(5);
    assertThat(late)
        .allSatisfy(upload ->
            assertThat(
                    SampleJourney.LATE_AFTERNOON.contains(upload.points().fixes().getFirst().at()))
                .isTrue());
  }

  @Test
  void one_batch_comes_twice() {
    List<Upload> seen = new ArrayList<>(JOURNEY.uploads());

    Set<String> ids = new HashSet<>();
    seen.removeIf(upload -> ids.add(upload.id()));

    assertThat(seen).hasSize(1);
    assertThat(JOURNEY.uploads().stream().filter(u -> u.points().equals(seen.getFirst().points())))
        .hasSize(2);
  }

  @Test
  void one_photo_is_corrupt_and_the_others_are_of_every_kind() {
    List<SamplePhoto> photos = JOURNEY.photos();

    assertThat(photos).hasSize(11).extracting(SamplePhoto::photoId).doesNotHaveDuplicates();
    assertThat(photos).filteredOn(SamplePhoto::corrupt).hasSize(1);
    assertThat(photos).filteredOn(p -> p.picture().notes().gps() == null).hasSize(4);
    assertThat(photos).filteredOn(p -> p.picture().notes().offset() == null).hasSize(2);
    assertThat(photos).filteredOn(p -> p.picture().notes().orientation() != 1).hasSize(3);
    assertThat(photos).filteredOn(p -> p.truth().spot() == null).hasSize(1);
  }

  static Stream<SamplePhoto> photos() {
    return JOURNEY.photos().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("photos")
  void what_a_camera_notes_is_what_was_true(SamplePhoto photo) {
    CameraNotes notes = photo.picture().notes();

    SamplePhoto.Shot truth = photo.truth();

    assertThat(notes.takenAt()).isEqualTo(truth.local());
    assertThat(notes.offset()).isIn(null, truth.offset());
    assertThat(Optional.ofNullable(notes.gps()).map(CameraNotes.Gps::position))
        .isIn(Optional.empty(), Optional.of(truth.position()));
    assertThat(JOURNEY.truth().positionAt(truth.at())).isEqualTo(truth.position());
  }

  private static List<Fix> all() {
    return Stream.concat(JOURNEY.phone().fixes().stream(), JOURNEY.watch().fixes().stream())
        .toList();
  }

  private static Duration span(List<Fix> fixes) {
    return Duration.between(fixes.getFirst().at(), fixes.getLast().at());
  }

  private static String span(TimeSpan span) {
    return MINUTE.format(span.start().atZone(SampleJourney.zoneAt(span.start())))
        + " - "
        + MINUTE.format(span.end().atZone(SampleJourney.zoneAt(span.end())));
  }
}
