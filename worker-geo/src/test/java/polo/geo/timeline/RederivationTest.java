package polo.geo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import polo.common.document.Stay;
import polo.geo.Story;
import polo.geo.track.DeviceFix;
import polo.geo.track.Track;

/// What a late fix costs, and what it may change.
class RederivationTest {

  private final LiveTimeline live = new LiveTimeline();

  @Test
  void a_late_fix_reads_the_days_around_it_and_not_the_year() {
    List<DeviceFix> year = commuting(365).fixes();
    DeviceFix late = year.get(year.size() / 2);
    live.upload(without(year, late));
    live.fixesRead();

    live.upload(List.of(late));

    assertThat(live.fixesRead()).isLessThan(year.size() / 50);
    assertThat(live.timeline()).isEqualTo(live.derivedAtOnce());
  }

  @Test
  void a_new_fix_at_the_end_reads_the_last_stays() {
    List<DeviceFix> year = commuting(365).fixes();
    DeviceFix last = year.getLast();
    live.upload(without(year, last));
    live.fixesRead();

    live.upload(List.of(last));

    assertThat(live.fixesRead()).isLessThan(year.size() / 50);
    assertThat(live.timeline()).isEqualTo(live.derivedAtOnce());
  }

  @Test
  void uploading_all_again_changes_nothing() {
    List<DeviceFix> week = commuting(7).fixes();
    live.upload(week);
    Timeline before = live.timeline();

    live.upload(week);

    assertThat(live.timeline()).isEqualTo(before);
  }

  @Test
  void a_day_that_comes_late_leaves_the_ids_of_the_other_days_alone() {
    List<DeviceFix> week = commuting(7).fixes();
    Instant from = Instant.parse("2026-03-04T00:00:00Z");
    List<DeviceFix> wednesday = between(week, from, from.plus(Duration.ofDays(1)));
    List<DeviceFix> rest = new ArrayList<>(week);
    rest.removeAll(wednesday);
    live.upload(rest);
    Set<String> before = ids(live.timeline().stays());

    live.upload(wednesday);

    Set<String> kept = ids(live.timeline().stays());
    kept.retainAll(before);
    // The night before and the night after may have grown together or apart.
    assertThat(kept.size()).isGreaterThanOrEqualTo(before.size() - 2);
  }

  @Test
  void a_record_that_begins_with_a_poor_fix_and_a_silence_has_no_item_across_its_first_cut() {
    Story story = Story.at("2026-03-01T06:00:00Z").fix(0, 0, 1500.0).pause(Duration.ofSeconds(30));
    story.fix(0, 0, 10.0).silence(Duration.ofHours(2), 330, 0).stay(Duration.ofMinutes(20));
    story.move(6_000, 0, 12).stay(Duration.ofMinutes(20));
    DeviceFix late = story.fixes().getLast();
    story.move(0, 0, 12).stay(Duration.ofMinutes(20));
    live.upload(without(story.fixes(), late));

    live.upload(List.of(late));

    assertThat(live.timeline()).isEqualTo(live.derivedAtOnce());
  }

  @Test
  void a_change_said_to_begin_before_the_first_fix_begins_with_it() {
    List<DeviceFix> week = commuting(7).fixes();
    Instant before = week.getFirst().fix().at().minus(Duration.ofMinutes(10));
    live.upload(week);

    live.derive(new Change(before, week.getLast().fix().at()));

    assertThat(live.timeline()).isEqualTo(live.derivedAtOnce());
  }

  @Test
  void ids_are_of_one_user() {
    List<DeviceFix> fixes = commuting(3).fixes();

    Timeline ada = TimelineDeriver.DEFAULT.derive(Track.of("ada", fixes));
    Timeline bob = TimelineDeriver.DEFAULT.derive(Track.of("bob", fixes));

    assertThat(ids(ada.stays())).doesNotContainAnyElementsOf(ids(bob.stays()));
  }

  @Test
  void a_timeline_of_nothing_is_empty() {
    assertThat(live.derivedAtOnce()).isEqualTo(Timeline.EMPTY);
  }

  private static Story commuting(int days) {
    Story story = Story.at("2026-03-01T00:00:00Z");
    for (int day = 0; day < days; day++) {
      story
          .stay(Duration.ofHours(1))
          .silence(Duration.ofHours(7), 10, 0)
          .stay(Duration.ofMinutes(10));
      story
          .move(4_000, 1_000, 8)
          .stay(Duration.ofHours(2))
          .silence(Duration.ofHours(5), 4_010, 990);
      story.stay(Duration.ofMinutes(10)).move(0, 0, 8).stay(Duration.ofHours(1));
      story.silence(Duration.ofHours(7), 5, 5);
    }
    return story;
  }

  private static List<DeviceFix> without(List<DeviceFix> fixes, DeviceFix one) {
    return fixes.stream().filter(fix -> !fix.equals(one)).toList();
  }

  private static List<DeviceFix> between(List<DeviceFix> fixes, Instant from, Instant to) {
    return fixes.stream()
        .filter(fix -> !fix.fix().at().isBefore(from) && fix.fix().at().isBefore(to))
        .toList();
  }

  private static Set<String> ids(List<Stay> stays) {
    Set<String> ids = new HashSet<>();
    stays.forEach(stay -> ids.add(stay.id()));
    return ids;
  }
}
