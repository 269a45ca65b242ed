package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.json.Json;
import polo.common.job.PointsUploaded;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;
import tools.jackson.databind.JsonNode;

/// The day the primary dies, with the commands an operator types. The tests are one story.
@TestMethodOrder(OrderAnnotation.class)
class StoreVerbIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static final List<PointsUploaded> UPLOADS = TestFleet.uploads(4, 4);
  private static final int HALF = UPLOADS.size() / 2;
  private static CouchbaseDouble primary;
  private static CouchbaseDouble standby;
  private static Replicator replicator;
  private static TestFleet fleet;
  private static Instant before;

  @BeforeAll
  static void start() throws IOException {
    before = Instant.now();
    primary = CouchbaseDouble.start(BucketSettings.named("polo"));
    standby = CouchbaseDouble.start(BucketSettings.named("polo"));
    TestFleet.prepare(standby, folder);
    System.setProperty("polo.store.standby.url", standby.connectionString());
    System.setProperty("polo.store.standby.beat", "500ms");
    fleet = TestFleet.on(primary, folder);
    replicator = Replicator.start(primary, standby);
    fleet.send(UPLOADS.subList(0, HALF));
    fleet.awaitIdle();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    System.clearProperty("polo.store.standby.url");
    System.clearProperty("polo.store.standby.beat");
    replicator.stop();
    fleet.close();
    primary.close();
    standby.close();
  }

  @Test
  @Order(1)
  void the_status_shows_both_stores() throws IOException, InterruptedException {
    try (PoloProcess polo = polo("store", "status", "--json")) {
      assertThat(polo.exitCode()).isZero();

      JsonNode status = json(polo);
      assertThat(status.path("active").asString()).isEqualTo("primary");
      assertThat(status.path("epoch").asLong()).isZero();
      assertThat(status.path("fenced").asBoolean()).isFalse();
      assertThat(status.path("primary").path("reachable").asBoolean()).isTrue();
      assertThat(status.path("standby").path("reachable").asBoolean()).isTrue();
      assertThat(status.path("standby").path("store").asString())
          .contains(standby.connectionString());
      assertThat(status.path("lagSeconds").asDouble()).isBetween(0.0, 10.0);
    }
  }

  @Test
  @Order(2)
  void a_dry_run_of_a_switch_looks_and_changes_nothing() throws IOException, InterruptedException {
    try (PoloProcess polo = polo("store", "switch", "--to", "standby", "--dry-run")) {
      assertThat(polo.exitCode()).isZero();
      assertThat(polo.errors())
          .anyMatch(line -> line.contains("the other store answers and takes writes"));
    }
    try (PoloProcess polo = polo("store", "switch", "--to", "primary", "--yes")) {
      assertThat(polo.exitCode()).isEqualTo(1);
      assertThat(polo.errors()).contains("polo: the primary is in use already");
    }
    try (PoloProcess polo = polo("store", "status", "--json")) {
      assertThat(polo.exitCode()).isZero();
      assertThat(json(polo).path("epoch").asLong()).isZero();
    }
  }

  @Test
  @Order(3)
  void a_replay_is_counted_but_refused_while_somebody_works()
      throws IOException, InterruptedException {
    try (PoloProcess polo = polo("replay", "--since", before.toString(), "--dry-run")) {
      assertThat(polo.exitCode()).isZero();
      assertThat(number(polo)).isGreaterThanOrEqualTo(HALF);
    }
    try (PoloProcess polo = polo("replay", "--since", before.toString())) {
      assertThat(polo.exitCode()).isEqualTo(1);
      assertThat(polo.lines()).isEmpty();
      assertThat(polo.errors()).anyMatch(line -> line.contains("stop all workers first"));
    }
  }

  @Test
  @Order(4)
  void the_primary_dies_and_one_command_moves_the_fleet()
      throws IOException, InterruptedException, ExecutionException {
    primary.kill();
    replicator.stop();
    fleet.send(UPLOADS.subList(HALF, UPLOADS.size()));
    try (PoloProcess polo = polo("store", "status", "--json")) {
      assertThat(polo.exitCode()).isEqualTo(1);
      assertThat(json(polo).path("primary").path("reachable").asBoolean()).isFalse();
      assertThat(json(polo).path("primary").path("why").asString()).isNotEmpty();
      assertThat(json(polo).path("standby").path("reachable").asBoolean()).isTrue();
    }

    long done = fleet.jobs("done");
    long start = System.nanoTime();
    try (PoloProcess polo = polo("store", "switch", "--to", "standby", "--yes")) {
      assertThat(polo.exitCode()).isZero();
      long over = System.nanoTime();
      await().atMost(PATIENCE).until(() -> fleet.jobs("done") > done);
      tell(over - start, System.nanoTime() - start, polo);
      assertThat(polo.lines().getFirst()).startsWith("standby in use since epoch 2, ");
    }
    fleet.awaitIdle();

    assertThat(fleet.export()).isNotEmpty();
    assertThat(fleet.deadLetters()).isZero();
    try (PoloProcess polo = polo("store", "status", "--json")) {
      assertThat(polo.exitCode()).isEqualTo(1);
      assertThat(json(polo).path("active").asString()).isEqualTo("standby");
      assertThat(json(polo).path("epoch").asLong()).isEqualTo(2);
    }
  }

  private static PoloProcess polo(String... arguments) throws IOException {
    return PoloProcess.start(
        folder,
        Map.of(
            "POLO_KAFKA_BOOTSTRAP", fleet.fleet().address().bootstrap(),
            "POLO_STORE_URL", primary.connectionString(),
            "POLO_STORE_STANDBY_URL", standby.connectionString(),
            "POLO_STORE_COUCHBASE_USER", CouchbaseDouble.USER,
            "POLO_STORE_COUCHBASE_PASSWORDFILE", TestFleet.password(folder).toString()),
        arguments);
  }

  private static JsonNode json(PoloProcess polo) throws IOException {
    return Json.tree(String.join("", polo.lines()).getBytes(UTF_8));
  }

  /// The first number it printed.
  private static long number(PoloProcess polo) throws IOException {
    return Long.parseLong(polo.lines().getFirst().split(" ", 2)[0].replaceAll("\\D", ""));
  }

  private static void tell(long command, long resumed, PoloProcess polo) throws IOException {
    System.out.printf(
        "polo store switch: ended after %.1f s, first job done after %.1f s%n%s%n%s%n",
        command / 1e9,
        resumed / 1e9,
        String.join("\n", polo.errors()),
        String.join("\n", polo.lines()));
  }
}
