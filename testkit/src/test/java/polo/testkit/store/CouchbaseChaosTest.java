package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.WriteResult;
import polo.testkit.Crowd;
import polo.testkit.couchbase.Fault;
import polo.testkit.couchbase.FaultPlan;
import polo.testkit.couchbase.Status;

/// Jobs at random faults, done again until they are done, as the workers do them. Every effect is
/// there in the end, and none twice.
class CouchbaseChaosTest {

  private static final int WRITERS = 16;
  private static final int JOBS = 50;
  private static final int SHARED = 4;
  private static final double SHARE = 0.1;

  private static final List<Fault> FAULTS =
      List.of(
          new Fault.Drop(false),
          new Fault.Drop(true),
          new Fault.Cut(false),
          new Fault.Cut(true),
          new Fault.Ambiguous(false),
          new Fault.Ambiguous(true),
          new Fault.Slow(Duration.ofMillis(20)),
          new Fault.Refuse(Status.TEMPORARY_FAILURE),
          new Fault.Refuse(Status.TEMPORARY_FAILURE),
          new Fault.Refuse(Status.OUT_OF_MEMORY));

  private static CouchbaseUnderTest under;
  private final AtomicInteger operations = new AtomicInteger();

  @BeforeAll
  static void start() {
    under = CouchbaseUnderTest.start(Duration.ofMillis(80));
  }

  @AfterAll
  static void stop() {
    under.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothing_is_lost_and_nothing_is_done_twice(long seed) {
    under.couchbase().faults(FaultPlan.random(seed, SHARE, FAULTS));

    Crowd.of(
        WRITERS,
        writer -> {
          for (int number = 0; number < JOBS; number++) {
            job(seed, writer, number);
          }
          return true;
        });

    under.couchbase().faults(FaultPlan.none());
    assertThat(entries(seed)).hasSize(WRITERS * JOBS).doesNotHaveDuplicates();
    for (int writer = 0; writer < WRITERS; writer++) {
      assertThat(text(index(seed, writer))).isEqualTo(wantedIndex());
      assertThat(text(own(seed, writer))).isEqualTo("{\"last\":" + (JOBS - 1) + "}");
    }
    assertThat(operations.get()).isGreaterThanOrEqualTo(3 * WRITERS * JOBS);
  }

  /// Adds itself to a list that many share, to an index by path, and counts on in its own document.
  private void job(long seed, int writer, int number) {
    String id = writer + "-" + number;
    DocumentStore store = under.store();
    untilDone(() -> store.merge(shared(seed, number), json -> withEntry(json, id)));
    untilDone(() ->
        store.patch(
            index(seed, writer),
            List.of(new Patch.Set(Patch.path("e", "n" + number), json("" + number)))));
    untilDone(() -> countOn(store, own(seed, writer), number));
  }

  private static WriteResult countOn(DocumentStore store, DocumentKey key, int number) {
    byte[] news = json("{\"last\":" + number + "}");
    Optional<StoredDocument> before = store.get(key);
    if (before.isEmpty()) {
      return store.create(key, news);
    }
    StoredDocument found = before.get();
    return Arrays.equals(found.json(), news)
        ? new WriteResult.Skipped()
        : store.replace(key, found.revision(), news);
  }

  private void untilDone(Supplier<WriteResult> write) {
    boolean done = false;
    while (!done) {
      operations.incrementAndGet();
      done = isDone(write);
    }
  }

  private static boolean isDone(Supplier<WriteResult> write) {
    try {
      WriteResult result = write.get();
      return result instanceof WriteResult.Written || result instanceof WriteResult.Skipped;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  /// The guard is the entry itself.
  private static Optional<byte[]> withEntry(Optional<byte[]> json, String id) {
    List<String> entries = new ArrayList<>(json.map(CouchbaseChaosTest::list).orElse(List.of()));
    if (entries.contains(id)) {
      return Optional.empty();
    }
    entries.add(id);
    return Optional.of(Json.bytes(entries));
  }

  private static List<String> entries(long seed) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < SHARED; i++) {
      entries.addAll(list(under.store().get(shared(seed, i)).orElseThrow().json()));
    }
    return entries;
  }

  private static String wantedIndex() {
    List<String> members = new ArrayList<>();
    for (int number = 0; number < JOBS; number++) {
      members.add("\"n%d\":%d".formatted(number, number));
    }
    return "{\"e\":{" + String.join(",", members) + "}}";
  }

  private static List<String> list(byte[] json) {
    return Arrays.asList(Json.read(json, String[].class));
  }

  private static String text(DocumentKey key) {
    return new String(under.store().get(key).orElseThrow().json(), UTF_8);
  }

  private static DocumentKey shared(long seed, int number) {
    return DocumentKey.of("places", "seed" + seed, "s" + number % SHARED);
  }

  private static DocumentKey index(long seed, int writer) {
    return DocumentKey.of("timeline", "seed" + seed, "w" + writer);
  }

  private static DocumentKey own(long seed, int writer) {
    return DocumentKey.of("trip", "seed" + seed, "w" + writer);
  }

  private static byte[] json(String text) {
    return text.getBytes(UTF_8);
  }
}
