package polo.images.exif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import polo.common.document.Photo.PhotoPosition;
import polo.common.document.Photo.TakenAt;
import polo.images.photo.Orientation;

class TakenAtRuleTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 7, 14, 12, 0);
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final PhotoPosition SOMEWHERE = new PhotoPosition(52.1, 5.1, null, "exif");

  private final TakenAtRule rule = new TakenAtRule(position -> Optional.of(AMSTERDAM));

  @Test
  void the_offset_the_camera_wrote_is_the_best_witness() {
    CameraClock clock =
        new CameraClock(NOON, ZoneOffset.ofHours(9), Instant.parse("2026-07-14T10:00:00Z"));

    assertThat(rule.of(facts(clock, SOMEWHERE), LISBON))
        .contains(
            new TakenAt(
                NOON, ZoneOffset.ofHours(9), Instant.parse("2026-07-14T03:00:00Z"), "exif-offset"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-14T06:30:00Z, +05:30",
    "2026-07-14T06:27:10Z, +05:30",
    "2026-07-14T06:14:00Z, +05:45",
    "2026-07-13T22:01:00Z, +14:00",
    "2026-07-14T15:30:00Z, -03:30",
    "2026-07-14T12:04:59Z, Z"
  })
  void the_difference_to_the_satellites_is_an_offset_in_use(Instant gps, ZoneOffset offset) {
    TakenAt taken = rule.of(facts(new CameraClock(NOON, null, gps), null), null).orElseThrow();

    assertThat(taken.offset()).isEqualTo(offset);
    assertThat(taken.instant()).isEqualTo(NOON.toInstant(offset));
    assertThat(taken.source()).isEqualTo("gps-utc");
  }

  @ParameterizedTest
  @CsvSource({"2026-07-14T10:10:00Z", "2026-07-15T10:00:00Z", "2026-07-14T04:15:00Z"})
  void an_old_fix_is_no_witness_but_its_position_is(Instant gps) {
    TakenAt taken =
        rule.of(facts(new CameraClock(NOON, null, gps), SOMEWHERE), LISBON).orElseThrow();

    assertThat(taken.source()).isEqualTo("position-zone");
    assertThat(taken.offset()).isEqualTo(ZoneOffset.ofHours(2));
  }

  @Test
  void the_zone_of_the_position_knows_summer_from_winter() {
    LocalDateTime winter = LocalDateTime.of(2026, 1, 14, 12, 0);

    TakenAt taken =
        rule.of(facts(new CameraClock(winter, null, null), SOMEWHERE), null).orElseThrow();

    assertThat(taken.offset()).isEqualTo(ZoneOffset.ofHours(1));
  }

  @Test
  void the_users_zone_is_the_last_resort() {
    TakenAt taken = rule.of(facts(new CameraClock(NOON, null, null), null), LISBON).orElseThrow();

    assertThat(taken.source()).isEqualTo("user-zone");
    assertThat(taken.instant()).isEqualTo(Instant.parse("2026-07-14T11:00:00Z"));
  }

  @Test
  void without_a_witness_only_local_time_is_known() {
    assertThat(rule.of(facts(new CameraClock(NOON, null, null), null), null))
        .contains(new TakenAt(NOON, null, null, "unknown"));
  }

  @Test
  void satellites_alone_know_the_instant() {
    Instant gps = Instant.parse("2026-07-14T10:00:00Z");

    assertThat(rule.of(facts(new CameraClock(null, null, gps), SOMEWHERE), null))
        .contains(new TakenAt(NOON, ZoneOffset.ofHours(2), gps, "gps-utc"));
  }

  @Test
  void a_camera_without_a_clock_knows_nothing() {
    assertThat(rule.of(facts(CameraClock.UNSET, SOMEWHERE), LISBON)).isEmpty();
  }

  private static PhotoFacts facts(CameraClock clock, @Nullable PhotoPosition position) {
    return new PhotoFacts(
        Orientation.UPRIGHT, clock, position, null, null, null, Caption.NONE, Credit.NONE);
  }
}
