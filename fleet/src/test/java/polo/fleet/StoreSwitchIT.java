package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.DocumentKey;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.standby.ControlTopic;
import polo.common.edge.standby.Heartbeat;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.StoreSwitch;
import polo.common.edge.standby.SwitchedDocumentStore;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.common.job.PointsUploaded;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;

/// The night before a launch: the cluster dies under load, the standby lacks the last writes and
/// takes over; later the way back.
class StoreSwitchIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final DocumentKey SCHEMA = DocumentKey.of("meta", "schema");

  @TempDir Path folder;
  private CouchbaseDouble primary;
  private CouchbaseDouble standby;

  @BeforeEach
  void start() {
    primary = CouchbaseDouble.start(BucketSettings.named("polo"));
    standby = CouchbaseDouble.start(BucketSettings.named("polo"));
  }

  @AfterEach
  void stop() {
    System.clearProperty("polo.store.standby.url");
    System.clearProperty("polo.store.standby.beat");
    primary.close();
    standby.close();
  }

  @Test
  void a_dead_cluster_is_replaced_by_a_standby_that_lacks_its_last_writes_and_replaces_it_later()
      throws IOException, ExecutionException, InterruptedException {
    List<PointsUploaded> uploads = TestFleet.uploads(6, 6);
    List<String> quiet = quietRun(uploads);
    int third = uploads.size() / 3;
    Path room = folder.resolve("switched");
    TestFleet.prepare(primary, room);
    TestFleet.prepare(standby, room);
    System.setProperty("polo.store.standby.url", standby.connectionString());
    System.setProperty("polo.store.standby.beat", "500ms");
    Replicator replicator = Replicator.start(primary, standby);

    try (TestFleet fleet = TestFleet.on(primary, room);
        DocumentStore one = open(primary, room);
        DocumentStore other = open(standby, room)) {
      fleet.send(uploads.subList(0, third));
      await().atMost(PATIENCE).until(() -> Heartbeat.read(other).isPresent());
      await().atMost(PATIENCE).until(() -> fleet.jobs("done") > third / 4);
      replicator.stop();
      int half = third + third / 2;
      long done = fleet.jobs("done");
      fleet.send(uploads.subList(third, half));
      await().atMost(PATIENCE).until(() -> fleet.jobs("done") > done + third / 4);
      primary.kill();
      long missing = replicator.breakOff();
      fleet.send(uploads.subList(half, 2 * third));
      StoreSwitch.Done there = move(fleet, one, other, Side.STANDBY);
      fleet.awaitIdle();

      assertThat(missing).isPositive();
      assertThat(there.tail()).isPresent();
      assertThat(there.again()).isPositive();

      primary.restart();
      await().atMost(PATIENCE).ignoreExceptions().until(() -> one.get(SCHEMA).isPresent());
      replicator = Replicator.start(standby, primary);
      fleet.send(uploads.subList(2 * third, uploads.size()));
      StoreSwitch.Done back = move(fleet, other, one, Side.PRIMARY);
      fleet.awaitIdle();
      replicator.stop();

      assertThat(back.tail()).isEmpty();
      assertThat(fleet.export()).isNotEmpty().isEqualTo(quiet);
      assertThat(fleet.deadLetters()).isZero();
    }
  }

  private static StoreSwitch.Done move(
      TestFleet fleet, DocumentStore from, DocumentStore to, Side side) {
    long start = System.nanoTime();
    try (ControlTopic topic =
        ControlTopic.open(KafkaConnection.open(fleet.fleet().address().bootstrap()))) {
      StoreSwitch.Done done =
          new StoreSwitch(
                  topic,
                  fleet.admin(),
                  Clock.systemUTC(),
                  PATIENCE,
                  Duration.ofSeconds(10),
                  Duration.ofSeconds(1),
                  System.out::println)
              .run(from, to, side);
      System.out.printf(
          "to the %s in %.1f s, %d records again%n",
          side, (System.nanoTime() - start) / 1e9, done.again());
      SwitchedDocumentStore store = fleet.fleet().part(SwitchedDocumentStore.class);
      await().atMost(PATIENCE).until(() -> store.epoch().equals(done.epoch()));
      return done;
    }
  }

  private static DocumentStore open(CouchbaseDouble couchbase, Path room) throws IOException {
    CouchbaseSettings settings =
        CouchbaseSettings.of(CouchbaseDouble.USER, TestFleet.password(room), "polo");
    return CouchbaseDocumentStore.open(
        couchbase.connectionString(), settings, new SimpleMeterRegistry());
  }

  private List<String> quietRun(List<PointsUploaded> uploads) throws IOException {
    try (TestFleet fleet = TestFleet.onSqlite(folder.resolve("quiet"))) {
      fleet.send(uploads);
      fleet.awaitIdle();
      return fleet.export();
    }
  }
}
