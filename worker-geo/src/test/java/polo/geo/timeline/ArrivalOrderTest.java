package polo.geo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;

/// Whatever order the fixes of a user arrive in, in whatever batches and however often, the
/// timeline is the one that all of them give at once: stays, trips, gaps, places, checkpoints, ids
/// and every digit.
///
/// `-Dschedules=10000` tries more seeds.
class ArrivalOrderTest {

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("schedules", 100));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shuffled_uploads_with_duplicates_give_the_timeline_of_all_fixes_at_once(long seed) {
    List<DeviceFix> fixes = new ArrayList<>(Wanderer.wander(seed));
    Timeline atOnce = TimelineDeriver.DEFAULT.derive(Track.of(LiveTimeline.USER, fixes));
    Collections.shuffle(fixes, new Random(seed));

    LiveTimeline live = uploaded(Schedule.batches(fixes, seed));

    assertThat(live.timeline()).isEqualTo(atOnce);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shuffled_days_give_the_timeline_of_all_fixes_at_once(long seed) {
    List<DeviceFix> fixes = Wanderer.wander(seed);
    List<List<DeviceFix>> chunks = new ArrayList<>(Schedule.batches(fixes, seed));
    Collections.shuffle(chunks, new Random(seed));

    LiveTimeline live = uploaded(chunks);

    assertThat(live.timeline()).isEqualTo(live.derivedAtOnce());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void after_every_upload_the_timeline_is_that_of_the_fixes_so_far(long seed) {
    List<DeviceFix> fixes = Schedule.mostlyInOrder(Wanderer.wander(seed), seed);
    LiveTimeline live = new LiveTimeline();

    for (List<DeviceFix> batch : Schedule.batches(fixes, seed)) {
      live.upload(batch);

      assertThat(live.timeline()).isEqualTo(live.derivedAtOnce());
    }
  }

  private static LiveTimeline uploaded(List<List<DeviceFix>> batches) {
    LiveTimeline live = new LiveTimeline();
    batches.forEach(live::upload);
    return live;
  }
}
