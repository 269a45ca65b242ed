package polo.common.edge.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A record that has a slot: it runs, or waits to run again. The thread that polls owns it; of the
/// thread it runs on it knows only which it is and since when.
final class SlotJob {

  /// How a run ended.
  record End(SlotJob job, Optional<Duration> again) {}

  private final ConsumerRecord<byte[], byte[]> record;
  private final TopicPartition partition;
  private final OffsetTracker tracker;
  private @Nullable Instant due;
  private boolean late;
  private int failures;

  private @Nullable Thread runner;
  private @Nullable Instant runsSince;

  SlotJob(ConsumerRecord<byte[], byte[]> record, OffsetTracker tracker) {
    this.record = record;
    this.partition = new TopicPartition(record.topic(), record.partition());
    this.tracker = tracker;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  TopicPartition partition() {
    return partition;
  }

  /// Its offset needs no second look.
  void through() {
    tracker.end(record.offset());
  }

  synchronized void begins(Instant now) {
    runner = Thread.currentThread();
    runsSince = now;
  }

  /// Also takes back an interrupt that came too late: the thread's next job is not meant.
  synchronized void ends() {
    runner = null;
    runsSince = null;
    Thread.interrupted();
  }

  /// Marks it late and interrupts it; what its run still answers counts for nothing.
  synchronized void interrupt() {
    late = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  synchronized boolean runsSinceBefore(Instant moment) {
    return runsSince != null && runsSince.isBefore(moment);
  }

  boolean isLate() {
    return late;
  }

  /// One more run that ended with an exception; answers how many in a row.
  synchronized int failed() {
    return ++failures;
  }

  void waitUntil(@Nullable Instant moment) {
    due = moment;
  }

  boolean isWaiting() {
    return due != null;
  }

  boolean isDue(Instant now) {
    return due != null && !due.isAfter(now);
  }
}
