package polo.common.edge.store.couchbase;

import com.couchbase.client.core.cnc.Meter;
import com.couchbase.client.java.AsyncCollection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.MergeLoop;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoreGate;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Documents in a bucket of a Couchbase cluster, by key alone: nothing here waits for an index.
///
/// Requests go out together, at most a [Window] of them. A write whose end nobody knows, because
/// its answer did not come or its connection was cut, is never just sent again: the document is
/// read, and what it says decides ([Settling]).
public final class CouchbaseDocumentStore implements DocumentStore {

  private static final Logger LOG = LoggerFactory.getLogger(CouchbaseDocumentStore.class);

  private final Connection connection;
  private final Window window;
  private final Requests requests;
  private final Settling settling;
  private final KeyScan scan;
  private final Executor slowly = Executors.newVirtualThreadPerTaskExecutor();
  private final Counter unknown;

  private CouchbaseDocumentStore(
      Connection connection, Window window, StoreGate gate, MeterRegistry registry) {
    this.connection = connection;
    this.window = window;
    this.requests = new Requests(this::collection, connection.settings(), gate);
    this.settling = new Settling(requests);
    this.scan = new KeyScan(name -> connection.collection(name).reactive(), requests, gate);
    this.unknown =
        Counter.builder("polo.store.unknown")
            .description("Writes nobody knew the end of, which were looked after")
            .register(registry);
    Gauge.builder("polo.store.window", window, Window::limit)
        .description("Requests the store may have under way")
        .register(registry);
    Gauge.builder("polo.store.in.flight", window, Window::inFlight)
        .description("Requests the store has under way")
        .register(registry);
  }

  /// Opens a bucket that `polo init` has prepared, and waits for it as long as for a connection.
  /// When it does not answer by then it is opened all the same: while it is away reads throw and
  /// writes are answered `Unavailable`, and it is found when it comes.
  ///
  /// Throws `IllegalStateException` when a newer Polo wrote the bucket.
  ///
  /// @param url as `couchbase://host1,host2` or, with TLS, `couchbases://host`
  public static CouchbaseDocumentStore open(
      String url, CouchbaseSettings settings, MeterRegistry registry) {
    return open(url, settings, StoreGate.open(), registry);
  }

  /// The same for one of several stores, which `gate` opens and closes.
  public static CouchbaseDocumentStore open(
      String url, CouchbaseSettings settings, StoreGate gate, MeterRegistry registry) {
    Window window = new Window(settings.window());
    Meter meter = new MicrometerMeter(registry);
    Connection connection = Connection.open(url, settings, new Refusals(window::pressure), meter);
    CouchbaseDocumentStore store = new CouchbaseDocumentStore(connection, window, gate, registry);
    try {
      store.awaitAnswer(settings.timeouts().connect(), gate);
    } catch (IllegalStateException e) {
      store.close();
      throw e;
    }
    return store;
  }

  /// By a read, not by asking the management port, which wants every node of the cluster healthy
  /// before it says yes.
  private void awaitAnswer(Duration patience, StoreGate gate) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (gate.closedToReads() == null) {
      try {
        Schema.check(get(Schema.KEY), describe());
        return;
      } catch (StoreUnavailableException e) {
        if (System.nanoTime() > deadline) {
          LOG.warn("{} does not answer yet: {}", describe(), connection.whyNot(e));
          return;
        }
      }
    }
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    return join(read(key));
  }

  @Override
  public Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys) {
    Map<DocumentKey, CompletableFuture<Optional<StoredDocument>>> asked =
        HashMap.newHashMap(keys.size());
    for (DocumentKey key : new HashSet<>(keys)) {
      asked.put(key, read(key));
    }
    Map<DocumentKey, StoredDocument> found = HashMap.newHashMap(keys.size());
    asked.forEach((key, answer) -> join(answer).ifPresent(document -> found.put(key, document)));
    return found;
  }

  @Override
  public WriteResult create(DocumentKey key, byte[] json) {
    return join(write(new Write.Create(key, json)));
  }

  @Override
  public WriteResult replace(DocumentKey key, Revision expected, byte[] json) {
    return join(write(new Write.Replace(key, expected, json)));
  }

  @Override
  public WriteResult remove(DocumentKey key, Revision expected) {
    return join(write(new Write.Remove(key, expected)));
  }

  @Override
  public WriteResult merge(DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    return MergeLoop.merge(this, key, change);
  }

  @Override
  public WriteResult patch(DocumentKey key, List<Patch> patches) {
    return join(write(new Write.PatchPaths(key, patches)));
  }

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    Map<DocumentKey, CompletableFuture<WriteResult>> lastOfKey = HashMap.newHashMap(writes.size());
    List<CompletableFuture<WriteResult>> answers = new ArrayList<>(writes.size());
    for (Write write : writes) {
      CompletableFuture<WriteResult> before = lastOfKey.get(write.key());
      if (before != null) {
        join(before); // before taking room in the window, which it may need itself
      }
      CompletableFuture<WriteResult> answer = write(write);
      lastOfKey.put(write.key(), answer);
      answers.add(answer);
    }
    return answers.stream().map(CouchbaseDocumentStore::join).toList();
  }

  @Override
  public List<DocumentKey> keys(String prefix, @Nullable DocumentKey after, int limit) {
    return scan.page(prefix, after, limit);
  }

  @Override
  public void abandon() {
    requests.abandon();
  }

  @Override
  public String describe() {
    return "Couchbase at %s, bucket %s, scope %s"
        .formatted(connection.url(), connection.settings().bucket(), connection.settings().scope());
  }

  @Override
  public void close() {
    connection.close();
  }

  private CompletableFuture<Optional<StoredDocument>> read(DocumentKey key) {
    return inWindow(() -> requests.get(key))
        .exceptionally(failure -> {
          window.pressure();
          throw new StoreUnavailableException(Failures.sentence(Failures.cause(failure)), failure);
        });
  }

  private CompletableFuture<WriteResult> write(Write write) {
    return inWindow(() -> requests.send(write).thenCompose(attempt -> end(write, attempt)));
  }

  private CompletableFuture<WriteResult> end(Write write, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Ended(var result) -> {
        if (result instanceof WriteResult.Unavailable) {
          window.pressure();
        }
        yield CompletableFuture.completedFuture(result);
      }
      case Attempt.Unknown(var why) -> {
        window.pressure();
        unknown.increment();
        yield CompletableFuture.supplyAsync(() -> settling.settle(write, why), slowly);
      }
      case Attempt.NotByPath() ->
          CompletableFuture.supplyAsync(
              () -> settling.patchWhole((Write.PatchPaths) write), slowly);
    };
  }

  private <T> CompletableFuture<T> inWindow(Supplier<CompletableFuture<T>> request) {
    window.enter();
    try {
      return request.get().whenComplete((_, _) -> window.leave());
    } catch (RuntimeException e) {
      window.leave();
      throw e;
    }
  }

  private AsyncCollection collection(String name) {
    return connection.collection(name).async();
  }

  private static <T> T join(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw Failures.cause(e) instanceof RuntimeException mistake ? mistake : e;
    }
  }
}
