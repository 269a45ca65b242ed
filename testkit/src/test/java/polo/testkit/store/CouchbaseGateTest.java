package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import polo.common.document.DocumentKey;
import polo.common.edge.standby.EpochInForce;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.StoreEpoch;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.common.edge.store.WriteResult.Written;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.testkit.couchbase.Fault;

/// A store that may not be used any more: what is under way ends at once, and nothing follows.
class CouchbaseGateTest {

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final byte[] JSON = "{}".getBytes(UTF_8);
  private static final StoreEpoch FENCED = StoreEpoch.FIRST.fence();

  private final AtomicLong nanos = new AtomicLong();
  private final EpochInForce inForce = new EpochInForce(StoreEpoch.FIRST, LEASE, nanos::get);
  private CouchbaseUnderTest under;
  private DocumentStore store;

  @BeforeEach
  void start() {
    under = CouchbaseUnderTest.start(Duration.ofSeconds(10));
    store = gated(Side.PRIMARY);
  }

  @AfterEach
  void stop() {
    store.close();
    under.close();
  }

  @Test
  void nobody_waits_for_a_dead_store_that_is_left()
      throws InterruptedException, TimeoutException, ExecutionException {
    AtomicInteger asked = new AtomicInteger();
    under.couchbase().faults(_ -> silence(asked));
    CompletableFuture<Object> reader = inBackground(() -> store.getAll(keys(200)));
    CompletableFuture<Object> writer = inBackground(() -> store.writeAll(creates(200)));
    await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() >= 30);

    inForce.hear(FENCED);
    store.abandon();

    assertThat(reader.get(30, TimeUnit.SECONDS)).isInstanceOf(StoreUnavailableException.class);
    assertThat((List<?>) writer.get(30, TimeUnit.SECONDS))
        .hasSize(200)
        .noneMatch(Written.class::isInstance);
    assertThat(asked.get()).isLessThan(200);
  }

  @Test
  void a_worker_that_stood_still_writes_nothing_after_its_lease() {
    AtomicInteger asked = new AtomicInteger();
    under
        .couchbase()
        .faults(_ -> {
          if (asked.incrementAndGet() == 100) {
            nanos.set(LEASE.plusSeconds(1).toNanos());
          }
          return Optional.empty();
        });

    List<WriteResult> results = store.writeAll(creates(1000));

    long written = results.stream().filter(Written.class::isInstance).count();
    assertThat(written).isBetween(100L, 999L);
    assertThat(results.subList(999, 1000)).hasOnlyElementsOfType(WriteResult.Unavailable.class);
    assertThat(under.store().getAll(keys(1000))).hasSize((int) written);
  }

  @Test
  void a_store_that_is_not_in_use_is_read_and_never_written() {
    under.store().create(key(1), JSON);
    DocumentStore idle = gated(Side.STANDBY);

    WriteResult result = idle.create(key(2), JSON);

    assertThat(idle.get(key(1))).isPresent();
    assertThat(result).isInstanceOf(WriteResult.Unavailable.class);
    idle.close();
  }

  @Test
  void keys_are_not_listed_behind_the_fence() {
    inForce.hear(FENCED);

    CompletableFuture<Object> listed = inBackground(() -> store.keys("trip::", null, 10));

    assertThat(listed.join()).isInstanceOf(StoreUnavailableException.class);
  }

  private DocumentStore gated(Side side) {
    return CouchbaseDocumentStore.open(
        under.couchbase().connectionString(),
        under.settings(),
        inForce.gateOf(side),
        new SimpleMeterRegistry());
  }

  private static Optional<Fault> silence(AtomicInteger asked) {
    asked.incrementAndGet();
    return Optional.of(new Fault.Drop(false));
  }

  private interface Call {
    Object ask();
  }

  /// What a call answers, or the exception it ends with.
  private static CompletableFuture<Object> inBackground(Call call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.ask();
          } catch (StoreUnavailableException e) {
            return e;
          }
        },
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static List<Write> creates(int number) {
    return keys(number).stream().<Write>map(key -> new Write.Create(key, JSON)).toList();
  }

  private static List<DocumentKey> keys(int number) {
    return IntStream.range(0, number).mapToObj(CouchbaseGateTest::key).toList();
  }

  private static DocumentKey key(int number) {
    return DocumentKey.of("trip", "ada", String.valueOf(number));
  }
}
