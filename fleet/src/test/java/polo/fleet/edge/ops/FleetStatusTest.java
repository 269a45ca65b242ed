package polo.fleet.edge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.WorkerName;

/// What counts as trouble.
class FleetStatusTest {

  private static final WorkerName WORKER = new WorkerName("geo-1", 1, "0.1.0");

  @Test
  void a_fleet_that_keeps_up_has_no_trouble() {
    assertThat(fleet(lane(Groups.GEO, 12, 29.0, WORKER)).troubles()).isEmpty();
  }

  @Test
  void a_live_job_that_waits_for_long_is_trouble() {
    assertThat(fleet(lane(Groups.GEO, 12, 31.0, WORKER)).troubles())
        .containsExactly("polo-geo is late: its oldest job waits for 31 s");
  }

  @Test
  void bulk_work_may_wait() {
    assertThat(fleet(lane(Groups.GEO_BULK, 90_000, 7_200.0, WORKER)).troubles()).isEmpty();
  }

  @Test
  void work_without_a_worker_is_trouble_in_every_lane() {
    assertThat(fleet(lane(Groups.GEO_BULK, 3, 1.0)).troubles())
        .containsExactly("polo-geo-bulk has no worker, and 3 jobs wait for one");
  }

  @Test
  void a_live_lane_wants_a_worker_before_work_comes() {
    assertThat(fleet(lane(Groups.PHOTOS, 0, null)).troubles()).hasSize(1);
    assertThat(fleet(lane(Groups.GEO_BULK, 0, null)).troubles()).isEmpty();
  }

  @Test
  void a_store_that_cannot_be_read_is_trouble() {
    FleetStatus status = new FleetStatus(Instant.EPOCH, List.of(), "no answer", null);

    assertThat(status.troubles()).containsExactly("the store cannot be read: no answer");
  }

  @Test
  void a_lane_that_stands_is_never_done() {
    assertThat(LaneStatus.of("lane", "topic", 5, 1.0, 0, List.of()).etaSeconds()).isNull();
    assertThat(LaneStatus.of("lane", "topic", 5, 1.0, 2, List.of()).etaSeconds()).isEqualTo(2.5);
    assertThat(LaneStatus.of("lane", "topic", 0, null, 0, List.of()).etaSeconds()).isZero();
  }

  private static FleetStatus fleet(LaneStatus lane) {
    return new FleetStatus(Instant.EPOCH, List.of(lane), null, 0L);
  }

  private static LaneStatus lane(
      String group, long waiting, @Nullable Double oldest, WorkerName... workers) {
    return LaneStatus.of(group, "topic", waiting, oldest, 1, List.of(workers));
  }
}
