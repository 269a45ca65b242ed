package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.kafka.Groups;
import polo.common.job.PointsUploaded;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;
import polo.testkit.couchbase.Fault;
import polo.testkit.couchbase.FaultPlan;
import polo.testkit.couchbase.Status;

/// The store goes away under load, refuses, and is slow: nobody notices afterwards. It is away for
/// four seconds, or as long as `-Dpolo.outage.seconds` says.
class StoreOutageIT {

  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("polo.outage.seconds", 4));

  /// As many as a worker starts for the live lane.
  private static final int CONSUMERS = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// A poll's jobs and its documents; a fleet that kept what it cannot store would keep far more.
  private static final long MOST_GROWTH = 64 << 20;

  @TempDir Path folder;
  private CouchbaseDouble couchbase;

  @BeforeEach
  void start() {
    couchbase = CouchbaseDouble.start(BucketSettings.named("polo"));
  }

  @AfterEach
  void stop() {
    couchbase.close();
  }

  @Test
  void a_store_that_goes_away_and_comes_back_costs_nothing()
      throws IOException, ExecutionException, InterruptedException {
    List<PointsUploaded> uploads = TestFleet.uploads(6, 8);
    List<String> quiet = quietRun(uploads);
    int third = uploads.size() / 3;

    try (TestFleet fleet = TestFleet.on(couchbase, folder.resolve("troubled"))) {
      fleet.send(uploads.subList(0, third));
      await().atMost(PATIENCE).until(() -> fleet.jobs("done") > third / 4);
      await().atMost(PATIENCE).until(() -> haveSettled(fleet.members(Groups.GEO)));
      Map<String, Set<TopicPartition>> members = fleet.members(Groups.GEO);

      couchbase.kill();
      long heap = heap();
      fleet.send(uploads.subList(third, 2 * third));
      fleet.sendPhotos();
      await().atMost(PATIENCE).until(() -> fleet.jobs("retry") > 0);
      await().pollDelay(AWAY).atMost(AWAY.plus(PATIENCE)).until(() -> true);
      long growth = heap() - heap;
      assertThat(fleet.members(Groups.GEO)).isEqualTo(members);
      long waiting = fleet.backlog();
      couchbase.restart();
      long back = System.nanoTime();
      fleet.awaitIdle();
      tell(waiting, Duration.ofNanos(System.nanoTime() - back), growth);

      couchbase.faults(FaultPlan.always(new Fault.Refuse(Status.TEMPORARY_FAILURE)));
      long retries = fleet.jobs("retry");
      fleet.send(uploads.subList(2 * third, uploads.size()));
      await().atMost(PATIENCE).until(() -> fleet.jobs("retry") > retries);
      couchbase.faults(FaultPlan.random(1, .02, List.of(new Fault.Slow(Duration.ofSeconds(1)))));
      fleet.awaitIdle();

      assertThat(fleet.export()).isNotEmpty().isEqualTo(quiet);
      assertThat(fleet.deadLetters()).isZero();
      assertThat(fleet.jobs("reject")).isZero();
      assertThat(fleet.members(Groups.GEO)).isEqualTo(members);
      assertThat(growth).isLessThan(MOST_GROWTH);
    }
  }

  private List<String> quietRun(List<PointsUploaded> uploads) throws IOException {
    try (TestFleet fleet = TestFleet.onSqlite(folder.resolve("quiet"))) {
      fleet.send(uploads);
      fleet.sendPhotos();
      fleet.awaitIdle();
      return fleet.export();
    }
  }

  /// All consumers have joined and none still waits for its share.
  private static boolean haveSettled(Map<String, Set<TopicPartition>> members) {
    return members.size() == CONSUMERS && members.values().stream().noneMatch(Set::isEmpty);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void tell(long waiting, Duration took, long growth) {
    System.out.printf(
        "outage of %d s: %d jobs waiting, done %.1f s after the store was back; heap %+d kB%n",
        AWAY.toSeconds(), waiting, took.toMillis() / 1000.0, growth / 1024);
  }
}
