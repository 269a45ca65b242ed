package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
import org.springframework.boot.convert.DurationStyle;
import polo.common.edge.kafka.Groups;
import polo.common.job.PointsUploaded;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;
import polo.testkit.couchbase.Fault;
import polo.testkit.couchbase.FaultPlan;
import polo.testkit.couchbase.Status;

/// The store goes away under load, refuses, and is slow: nobody notices afterwards. It is away for
/// four seconds, or as long as `-Doutage=60s` says; from ten seconds on with five times the jobs,
/// so that their speed can be told.
class StoreOutageIT {

  private static final Duration AWAY =
      DurationStyle.detectAndParse(System.getProperty("outage", "4s"));

  private static final int THOUSANDS = AWAY.toSeconds() < 10 ? 8 : 40;

  /// As many as a worker starts for the live lane.
  private static final int CONSUMERS = 2;

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// A poll's jobs and its documents; a fleet that kept what it cannot store would keep far more.
  private static final long MOST_GROWTH = 64 << 20;

  /// Jobs that lanes with slots may hold, however long the store is away.
  private static final double MOST_HELD = 2_000;

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
    List<PointsUploaded> uploads = TestFleet.uploads(6, THOUSANDS);
    List<String> quiet = quietRun(uploads);
    int quarter = uploads.size() / 4;

    try (TestFleet fleet = TestFleet.on(couchbase, folder.resolve("troubled"))) {
      fleet.send(uploads.subList(0, quarter));
      fleet.awaitIdle();
      await().atMost(PATIENCE).until(() -> haveSettled(fleet.members(Groups.GEO)));
      Map<String, Set<TopicPartition>> members = fleet.members(Groups.GEO);
      Drain normal = Drain.begin(fleet);
      fleet.send(uploads.subList(quarter, 2 * quarter));
      double usual = normal.perSecond(fleet);

      long done = fleet.jobs("done");
      fleet.send(uploads.subList(2 * quarter, 2 * quarter + quarter / 3));
      await().atMost(PATIENCE).until(() -> fleet.jobs("done") > done);
      couchbase.kill();
      long heap = heap();
      fleet.send(uploads.subList(2 * quarter + quarter / 3, 3 * quarter));
      fleet.sendPhotos();
      await().atMost(PATIENCE).until(() -> fleet.jobs("retry") > 0);
      await().pollDelay(AWAY).atMost(AWAY.plus(PATIENCE)).until(() -> true);
      long growth = heap() - heap;
      double held = held(fleet);
      assertThat(fleet.members(Groups.GEO)).isEqualTo(members);
      long waiting = fleet.backlog();
      couchbase.restart();
      Drain after = Drain.begin(fleet);
      System.out.printf(
          "outage of %d s: %d jobs waiting, %.0f held, heap %+d kB; ",
          AWAY.toSeconds(), waiting, held, growth / 1024);
      double speed = after.perSecond(fleet);
      System.out.printf("then %.0f jobs/s, %.2f of the %.0f before%n", speed, speed / usual, usual);

      couchbase.faults(FaultPlan.always(new Fault.Refuse(Status.TEMPORARY_FAILURE)));
      long retries = fleet.jobs("retry");
      fleet.send(uploads.subList(3 * quarter, uploads.size()));
      await().atMost(PATIENCE).until(() -> fleet.jobs("retry") > retries);
      couchbase.faults(FaultPlan.random(1, .02, List.of(new Fault.Slow(Duration.ofSeconds(1)))));
      fleet.awaitIdle();

      assertThat(fleet.export()).isNotEmpty().isEqualTo(quiet);
      assertThat(fleet.deadLetters()).isZero();
      assertThat(fleet.jobs("reject")).isZero();
      assertThat(fleet.members(Groups.GEO)).isEqualTo(members);
      assertThat(growth).isLessThan(MOST_GROWTH);
      assertThat(held).isLessThan(MOST_HELD);
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

  private static double held(TestFleet fleet) {
    return fleet.fleet().part(MeterRegistry.class).find("polo.lane.in.flight").gauges().stream()
        .mapToDouble(Gauge::value)
        .sum();
  }

  /// From a moment until nothing waits any more.
  private record Drain(long nanos, long done) {

    static Drain begin(TestFleet fleet) {
      return new Drain(System.nanoTime(), fleet.jobs("done"));
    }

    /// Waits for the end; jobs of all kinds done a second since the first one.
    double perSecond(TestFleet fleet) {
      await().atMost(PATIENCE).pollInterval(TICK).until(() -> fleet.jobs("done") > done);
      long first = System.nanoTime();
      fleet.awaitIdle();
      double seconds = (System.nanoTime() - first) / 1e9;
      System.out.printf(
          "first job done after %.1f s, the last %.1f s later%n", (first - nanos) / 1e9, seconds);
      return (fleet.jobs("done") - done) / seconds;
    }
  }
}
