package polo.images.geotag;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import polo.common.document.CameraClocks;
import polo.common.document.CameraClocks.Comparison;
import polo.common.document.Photo;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.ClockCorrection;
import polo.common.document.Photo.TakenAt;

class CameraClockRuleTest {

  private static final Instant NOON = Instant.parse("2026-07-14T12:00:00Z");
  private static final String CAMERA = "Polo M1";

  private final CameraClockRule rule = CameraClockRule.defaults();

  @Test
  void the_median_of_the_nearest_counts() {
    CameraClocks clocks = clocks(at(1, 600), at(2, 620), at(-1, 580));

    assertThat(rule.correction(photo("user-zone"), clocks))
        .contains(new ClockCorrection(-600, 3, 0.8, "gps-utc"));
  }

  @Test
  void comparisons_that_disagree_say_nothing() {
    assertThat(rule.correction(photo("user-zone"), clocks(at(1, 600), at(2, 4200)))).isEmpty();
  }

  @Test
  void a_comparison_of_another_month_says_nothing() {
    assertThat(rule.correction(photo("user-zone"), clocks(at(24 * 8, 600)))).isEmpty();
  }

  @Test
  void a_clock_that_is_seconds_off_is_right() {
    assertThat(rule.correction(photo("user-zone"), clocks(at(1, 45)))).isEmpty();
  }

  @Test
  void a_camera_that_knows_its_zone_is_believed() {
    assertThat(rule.correction(photo("exif-offset"), clocks(at(1, 600)))).isEmpty();
  }

  @Test
  void in_whatever_order_photos_come_the_same_is_known() {
    Photo photo = photo("user-zone");
    CameraClocks there = rule.with(rule.with(CameraClocks.NONE, photo, NOON), other(photo), NOON);
    CameraClocks back = rule.with(rule.with(CameraClocks.NONE, other(photo), NOON), photo, NOON);

    assertThat(there).isEqualTo(back);
    assertThat(there.cameras().get(CAMERA)).containsExactly(new Comparison("p1", NOON, 0));
  }

  @Test
  void a_photo_that_lost_its_satellites_is_forgotten() {
    Photo photo = photo("user-zone");
    CameraClocks clocks = rule.with(CameraClocks.NONE, photo, NOON);

    assertThat(rule.with(clocks, photo, null)).isEqualTo(CameraClocks.NONE);
  }

  private static CameraClocks clocks(Comparison... comparisons) {
    TreeMap<String, List<Comparison>> cameras = new TreeMap<>();
    cameras.put(CAMERA, List.of(comparisons));
    return new CameraClocks(cameras);
  }

  private static Comparison at(long hours, long aheadSeconds) {
    return new Comparison("c" + hours, NOON.plus(Duration.ofHours(hours)), aheadSeconds);
  }

  /// Taken at noon, by its own clock and zone.
  private static Photo photo(String source) {
    return photo("p1", source);
  }

  private static Photo other(Photo photo) {
    return photo(photo.id() + "-other", "user-zone");
  }

  private static Photo photo(String id, String source) {
    TakenAt taken = new TakenAt(NOON.atOffset(UTC).toLocalDateTime(), UTC, NOON, source);
    return new Photo(
        id,
        "originals/u1/a.jpg",
        null,
        NOON,
        "done",
        null,
        null,
        null,
        null,
        null,
        null,
        taken,
        null,
        null,
        new Camera("Polo", "M1", null),
        null,
        null,
        null,
        null,
        1,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
