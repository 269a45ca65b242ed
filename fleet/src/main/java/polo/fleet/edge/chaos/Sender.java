package polo.fleet.edge.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;

/// Sends the records of a load in order, as far as it is allowed to and no faster than told. It
/// knows only one end of a record: that the brokers have it for good.
final class Sender implements AutoCloseable {

  private static final Duration SENDING = Duration.ofMinutes(10);
  private static final Duration NAP = Duration.ofMillis(5);

  private final JobProducer producer;
  private final List<ProducerRecord<byte[], byte[]>> records;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile int allowed;
  private volatile int sent;
  private volatile int perSecond;

  /// @param perSecond how many records a second
  Sender(String bootstrap, List<ProducerRecord<byte[], byte[]>> records, int perSecond) {
    this.producer = JobProducer.connect(KafkaConnection.open(bootstrap));
    this.records = records;
    this.perSecond = perSecond;
    this.thread = Thread.ofPlatform().name("sender").daemon().start(this::run);
  }

  /// From now on so many a second.
  void pace(int recordsPerSecond) {
    perSecond = recordsPerSecond;
  }

  /// From now on as slowly that all records together would take so long.
  void lasting(Duration time) {
    pace((int) Math.max(1, records.size() / time.toSeconds()));
  }

  /// Lets it go on to this share of all, from 0 to 1. Does not wait.
  void allow(double share) {
    allowed = (int) Math.round(records.size() * share);
  }

  /// Waits until this share of all is sent and safe.
  void await(double share) throws InterruptedException {
    int goal = (int) Math.round(records.size() * share);
    Patience.await(goal + " records sent", SENDING, () -> sent >= goal || failure.get() != null);
    Throwable problem = failure.get();
    if (problem != null) {
      throw new IllegalStateException("the brokers did not take a record", problem);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    producer.close();
  }

  private void run() {
    try {
      while (sent < records.size()) {
        int next = Math.min(allowed, sent + Math.max(1, perSecond / 20));
        if (next == sent) {
          Thread.sleep(NAP);
        } else {
          long begun = System.nanoTime();
          send(sent, next);
          pause(next - sent, System.nanoTime() - begun);
          sent = next;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  private void send(int from, int to) {
    List<CompletableFuture<Void>> open =
        records.subList(from, to).stream().map(producer::send).toList();
    CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
  }

  private void pause(int count, long took) throws InterruptedException {
    long due = 1_000_000_000L * count / perSecond;
    Thread.sleep(Duration.ofNanos(Math.max(0, due - took)));
  }
}
