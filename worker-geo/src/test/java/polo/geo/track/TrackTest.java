package polo.geo.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

class TrackTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void fixes_of_all_devices_stand_in_time_order() {
    List<DeviceFix> fixes = List.of(fix("watch", 2, 10), fix("phone", 3, 10), fix("phone", 1, 10));

    Track track = Track.of("ada", fixes);

    assertThat(track.size()).isEqualTo(3);
    assertThat(track.at(0)).isEqualTo(NOON.plusMillis(1));
    assertThat(track.device(0)).isEqualTo(track.device(2)).isNotEqualTo(track.device(1));
  }

  @Test
  void of_two_reports_for_one_millisecond_the_more_accurate_counts_whichever_came_first() {
    List<DeviceFix> fixes = new ArrayList<>(List.of(fix("phone", 0, 40), fix("phone", 0, 8)));

    Track track = Track.of("ada", fixes);
    Collections.reverse(fixes);
    Track reversed = Track.of("ada", fixes);

    assertThat(track.size()).isEqualTo(1);
    assertThat(track.accuracyMeters(0)).isEqualTo(8);
    assertThat(reversed.accuracyMeters(0)).isEqualTo(8);
  }

  @Test
  void a_report_without_a_valid_accuracy_gives_way_to_one_with() {
    List<DeviceFix> fixes = List.of(fix("phone", 0, -1), fix("phone", 0, 90));

    Track track = Track.of("ada", fixes);

    assertThat(track.accuracyMeters(0)).isEqualTo(90);
  }

  @Test
  void of_two_reports_that_differ_in_their_hint_alone_the_same_counts_in_any_order() {
    List<DeviceFix> fixes = new ArrayList<>(List.of(hinted("walking"), hinted("cycling")));

    Track track = Track.of("ada", fixes);
    Collections.reverse(fixes);
    Track reversed = Track.of("ada", fixes);

    assertThat(track.activity(0)).isEqualTo(Activity.CYCLING);
    assertThat(reversed.activity(0)).isEqualTo(Activity.CYCLING);
  }

  @Test
  void two_devices_may_speak_in_one_millisecond() {
    Track track = Track.of("ada", List.of(fix("watch", 0, 10), fix("phone", 0, 10)));

    assertThat(track.size()).isEqualTo(2);
    assertThat(track.firstOfItsMoment(1)).isZero();
  }

  @Test
  void any_order_of_the_same_fixes_has_the_same_fingerprint() {
    List<DeviceFix> fixes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      fixes.add(fix("phone", i, 10));
    }
    Fingerprint sorted = Fingerprint.of(Track.of("ada", fixes), 0, 100);
    Collections.shuffle(fixes, new Random(3));

    Fingerprint shuffled = Fingerprint.of(Track.of("ada", fixes), 0, 100);

    assertThat(shuffled).isEqualTo(sorted);
  }

  private static DeviceFix hinted(String hint) {
    Fix fix = new Fix(NOON, new Coordinate(52.5, 13.4), null, 10.0, null, null, hint);
    return new DeviceFix("phone", fix);
  }

  private static DeviceFix fix(String device, long millis, double accuracy) {
    return new DeviceFix(device, Fix.of(NOON.plusMillis(millis), 52.5, 13.4, accuracy));
  }
}
