package polo.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.couchbase.client.core.msg.kv.DurabilityLevel;
import com.couchbase.client.java.AsyncCollection;
import com.couchbase.client.java.Cluster;
import com.couchbase.client.java.codec.RawJsonTranscoder;
import com.couchbase.client.java.kv.InsertOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.common.edge.store.couchbase.BucketSetup;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;

/// Documents of 1.5 KB created a second, pipelined by 64, through the store and through the bare
/// client, by turns in one run on the wire double: what the store adds is the difference.
///
/// Not a JMH benchmark, for the two must alternate: on a machine with other work their ratio holds
/// where their figures do not.
public final class CouchbaseWrites {

  private static final byte[] JSON =
      "{\"text\":\"%s\"}".formatted("x".repeat(1489)).getBytes(UTF_8);
  private static final int BATCH = 20_000;
  private static final int ROUNDS = 14;
  private static final int WARM_UP = 4;
  private static final int WINDOW = 64;

  private final CouchbaseDouble couchbase;
  private final DocumentStore store;
  private final AsyncCollection bare;
  private int number;

  private CouchbaseWrites(CouchbaseDouble couchbase, DocumentStore store, AsyncCollection bare) {
    this.couchbase = couchbase;
    this.store = store;
    this.bare = bare;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path password = Files.writeString(Files.createTempFile("polo", ".password"), "marco");
    CouchbaseSettings settings = CouchbaseSettings.of(CouchbaseDouble.USER, password, "polo");
    try (CouchbaseDouble couchbase = CouchbaseDouble.start(BucketSettings.named("polo"))) {
      String url = couchbase.connectionString();
      new BucketSetup(false, false).run(url, settings);
      Cluster cluster = Cluster.connect(url, CouchbaseDouble.USER, CouchbaseDouble.PASSWORD);
      try (DocumentStore store =
          CouchbaseDocumentStore.open(url, settings, new SimpleMeterRegistry())) {
        AsyncCollection bare = cluster.bucket("polo").scope("travel").collection("points").async();
        new CouchbaseWrites(couchbase, store, bare).run();
      }
      cluster.disconnect();
    }
    Files.delete(password);
  }

  private void run() throws InterruptedException {
    List<Double> throughStore = new ArrayList<>();
    List<Double> throughBare = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double byStore = byStore();
      double byBare = byBare();
      if (round >= WARM_UP) {
        throughStore.add(byStore);
        throughBare.add(byBare);
      }
      couchbase.clear();
    }
    double store = median(throughStore);
    double bare = median(throughBare);
    System.out.printf(
        Locale.ROOT,
        "store %,.0f/s (best %,.0f), bare client %,.0f/s (best %,.0f), ratio %.2f%n",
        store,
        max(throughStore),
        bare,
        max(throughBare),
        store / bare);
  }

  private double byStore() {
    List<Write> writes = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      writes.add(new Write.Create(next(), JSON));
    }
    long start = System.nanoTime();
    List<WriteResult> results = store.writeAll(writes);
    long took = System.nanoTime() - start;
    if (!results.stream().allMatch(WriteResult.Written.class::isInstance)) {
      throw new IllegalStateException("not all were written");
    }
    return BATCH * 1e9 / took;
  }

  private double byBare() throws InterruptedException {
    InsertOptions options =
        InsertOptions.insertOptions()
            .transcoder(RawJsonTranscoder.INSTANCE)
            .durability(DurabilityLevel.MAJORITY);
    List<String> keys = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      keys.add(next().value());
    }
    Semaphore window = new Semaphore(WINDOW);
    AtomicInteger failures = new AtomicInteger();
    long start = System.nanoTime();
    for (String key : keys) {
      window.acquire();
      var _ =
          bare.insert(key, JSON, options)
              .whenComplete((_, failure) -> {
                failures.addAndGet(failure == null ? 0 : 1);
                window.release();
              });
    }
    window.acquire(WINDOW);
    long took = System.nanoTime() - start;
    if (failures.get() > 0) {
      throw new IllegalStateException("not all were written");
    }
    return BATCH * 1e9 / took;
  }

  private DocumentKey next() {
    number++;
    return DocumentKey.of("points", "ada", "phone", Integer.toString(number));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
