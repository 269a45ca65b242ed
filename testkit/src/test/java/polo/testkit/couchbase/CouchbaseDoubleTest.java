package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.couchbase.client.core.error.AmbiguousTimeoutException;
import com.couchbase.client.core.error.CasMismatchException;
import com.couchbase.client.core.error.RequestCanceledException;
import com.couchbase.client.core.error.ServerOutOfMemoryException;
import com.couchbase.client.core.error.UnambiguousTimeoutException;
import com.couchbase.client.java.Cluster;
import com.couchbase.client.java.ClusterOptions;
import com.couchbase.client.java.Collection;
import com.couchbase.client.java.codec.RawJsonTranscoder;
import com.couchbase.client.java.kv.GetOptions;
import com.couchbase.client.java.kv.InsertOptions;
import com.couchbase.client.java.kv.LookupInSpec;
import com.couchbase.client.java.kv.MutateInSpec;
import com.couchbase.client.java.kv.ReplaceOptions;
import com.couchbase.client.java.kv.ScanOptions;
import com.couchbase.client.java.kv.ScanType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The double under the real client: what the adapter's tests stand on.
class CouchbaseDoubleTest {

  private static final byte[] JSON = "{\"n\":1,\"m\":{\"a\":2}}".getBytes(UTF_8);

  private static CouchbaseDouble couchbase;
  private static Cluster cluster;
  private Collection trips;

  @BeforeAll
  static void start() {
    couchbase = CouchbaseDouble.start(BucketSettings.named("polo"));
    couchbase.create("travel", "trip");
    cluster =
        Cluster.connect(
            couchbase.connectionString(),
            ClusterOptions.clusterOptions(CouchbaseDouble.USER, CouchbaseDouble.PASSWORD)
                .environment(environment ->
                    environment.timeoutConfig(
                        timeouts -> timeouts.kvTimeout(Duration.ofMillis(800)))));
    cluster.bucket("polo").waitUntilReady(Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() {
    cluster.disconnect();
    couchbase.close();
  }

  @BeforeEach
  void clear() {
    couchbase.clear();
    trips = cluster.bucket("polo").scope("travel").collection("trip");
  }

  @AfterEach
  void heal() {
    couchbase.faults(FaultPlan.none());
    couchbase.restart();
  }

  @Test
  void documents_are_written_at_their_revision_and_listed() {
    long first = insert("a");
    long second =
        trips
            .replace(
                "a",
                "{}".getBytes(UTF_8),
                ReplaceOptions.replaceOptions().cas(first).transcoder(RawJsonTranscoder.INSTANCE))
            .cas();

    assertThatThrownBy(() -> trips.replace("a", "x", ReplaceOptions.replaceOptions().cas(first)))
        .isInstanceOf(CasMismatchException.class);
    assertThat(couchbase.documents())
        .singleElement()
        .satisfies(document -> {
          assertThat(document.collection()).isEqualTo("travel.trip");
          assertThat(document.key()).isEqualTo("a");
          assertThat(document.cas()).isEqualTo(second);
        });
  }

  @Test
  void members_are_read_and_changed_by_path() {
    insert("a");

    trips.mutateIn(
        "a", List.of(MutateInSpec.upsert("x.y", 3).createPath(), MutateInSpec.remove("m.a")));

    assertThat(text("a")).isEqualTo("{\"n\":1,\"m\":{},\"x\":{\"y\":3}}");
    assertThat(trips.lookupIn("a", List.of(LookupInSpec.get("x.y"))).contentAs(0, Integer.class))
        .isEqualTo(3);
  }

  @Test
  void keys_are_scanned() {
    insert("a::1");
    insert("a::2");
    insert("b::1");

    assertThat(
            trips
                .scan(ScanType.prefixScan("a::"), ScanOptions.scanOptions().idsOnly(true))
                .map(found -> found.id()))
        .containsExactlyInAnyOrder("a::1", "a::2");
  }

  @Test
  void an_answer_lost_after_the_write_leaves_the_document_written() {
    couchbase.faults(FaultPlan.times(1, call -> call.key().equals("a"), new Fault.Drop(true)));

    assertThatThrownBy(() -> insert("a")).isInstanceOf(AmbiguousTimeoutException.class);
    assertThat(text("a")).isEqualTo(new String(JSON, UTF_8));
  }

  @Test
  void a_connection_cut_before_the_write_leaves_nothing() {
    couchbase.faults(FaultPlan.times(1, call -> call.opcode() == Opcode.ADD, new Fault.Cut(false)));

    assertThatThrownBy(() -> insert("a")).isInstanceOf(RequestCanceledException.class);
    assertThat(couchbase.documents()).isEmpty();
  }

  @Test
  void a_node_without_memory_says_so_at_once() {
    couchbase.faults(FaultPlan.always(new Fault.Refuse(Status.OUT_OF_MEMORY)));

    assertThatThrownBy(() -> insert("a")).isInstanceOf(ServerOutOfMemoryException.class);
  }

  @Test
  void a_killed_node_comes_back_with_what_was_written() {
    insert("a");
    couchbase.kill();

    assertThatThrownBy(() -> trips.get("a")).isInstanceOf(UnambiguousTimeoutException.class);

    couchbase.restart();
    cluster.bucket("polo").waitUntilReady(Duration.ofSeconds(20));
    assertThat(text("a")).isEqualTo(new String(JSON, UTF_8));
  }

  @Test
  void the_later_of_two_changes_wins_on_every_node() {
    try (CouchbaseDouble standby = CouchbaseDouble.start(BucketSettings.named("polo"))) {
      standby.create("travel", "trip");
      insert("a");
      Mutation older = couchbase.changesAfter(0).getLast();
      trips.remove("a");
      Mutation newer = couchbase.changesAfter(older.sequence()).getLast();

      assertThat(standby.accept(newer)).isTrue();
      assertThat(standby.accept(older)).isFalse();
      assertThat(standby.documents()).isEmpty();
    }
  }

  private long insert(String key) {
    return trips
        .insert(key, JSON, InsertOptions.insertOptions().transcoder(RawJsonTranscoder.INSTANCE))
        .cas();
  }

  private String text(String key) {
    return new String(
        trips
            .get(key, GetOptions.getOptions().transcoder(RawJsonTranscoder.INSTANCE))
            .contentAsBytes(),
        UTF_8);
  }
}
