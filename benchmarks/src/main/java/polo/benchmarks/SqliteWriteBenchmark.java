package polo.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Documents of 1.5 KB a second that are on the disk. Group commit shows as the difference between
/// one writer and eight. The file lies in `java.io.tmpdir`: on a RAM disk the figures mean nothing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SqliteWriteBenchmark {

  private static final byte[] JSON =
      "{\"text\":\"%s\"}".formatted("x".repeat(1489)).getBytes(UTF_8);
  private static final int BATCH = 100;

  private final AtomicLong number = new AtomicLong();
  private final Path folder =
      Path.of(System.getProperty("java.io.tmpdir"), "polo-bench-" + UUID.randomUUID());
  private final DocumentStore store = SqliteDocumentStore.open(folder.resolve("polo.db"));

  @TearDown
  public void close() throws IOException {
    store.close();
    Files.deleteIfExists(folder.resolve("polo.db"));
    Files.deleteIfExists(folder);
  }

  @Benchmark
  @Threads(1)
  public WriteResult create_alone() {
    return create();
  }

  @Benchmark
  @Threads(8)
  public WriteResult create_by_eight() {
    return create();
  }

  @Benchmark
  @Threads(8)
  public WriteResult read_and_replace_by_eight() {
    DocumentKey key = DocumentKey.of("hot", Long.toString(number.incrementAndGet() % 1000));
    return store.merge(key, _ -> Optional.of(JSON));
  }

  @Benchmark
  @Threads(1)
  @OperationsPerInvocation(BATCH)
  public List<WriteResult> create_a_hundred_at_once() {
    List<Write> writes = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      writes.add(new Write.Create(next(), JSON));
    }
    return store.writeAll(writes);
  }

  private WriteResult create() {
    return store.create(next(), JSON);
  }

  private DocumentKey next() {
    return DocumentKey.of("bench", "user", Long.toString(number.incrementAndGet()));
  }
}
