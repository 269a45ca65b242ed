package polo.common.edge.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;

/// Lets a bulk lane step aside while the live lane of this process is late: while it works on a
/// poll whose oldest job was sent longer ago than the objective, and for a moment after it, since
/// the next poll may be as late.
///
/// The bulk lane's poll comes again after a second, unseen by its listener; its consumer keeps
/// polling meanwhile and so its partitions.
public final class LiveLag {

  private static final Duration AFTERWARDS = Duration.ofSeconds(2);
  private static final Duration STEP_ASIDE = Duration.ofSeconds(1);

  private final Duration objective;
  private final Clock clock;
  private final AtomicInteger latePolls = new AtomicInteger();
  private volatile Instant lateUntil = Instant.MIN;

  /// @param objective how long a live job may wait before bulk jobs step aside
  public LiveLag(Duration objective, Clock clock) {
    this.objective = objective;
    this.clock = clock;
  }

  /// The live lane's listener, watched.
  public BatchAcknowledgingMessageListener<byte[], byte[]> watching(
      BatchAcknowledgingMessageListener<byte[], byte[]> live) {
    return (poll, acknowledgment) -> {
      if (!isLate(poll)) {
        live.onMessage(poll, acknowledgment);
        return;
      }
      latePolls.incrementAndGet();
      try {
        live.onMessage(poll, acknowledgment);
      } finally {
        lateUntil = clock.instant().plus(AFTERWARDS);
        latePolls.decrementAndGet();
      }
    };
  }

  /// The bulk lane's listener, which steps aside.
  public BatchAcknowledgingMessageListener<byte[], byte[]> yielding(
      BatchAcknowledgingMessageListener<byte[], byte[]> bulk) {
    return (poll, acknowledgment) -> {
      if (isBehind()) {
        Objects.requireNonNull(acknowledgment, "lanes acknowledge by hand").nack(0, STEP_ASIDE);
      } else {
        bulk.onMessage(poll, acknowledgment);
      }
    };
  }

  private boolean isBehind() {
    return latePolls.get() > 0 || clock.instant().isBefore(lateUntil);
  }

  private boolean isLate(List<ConsumerRecord<byte[], byte[]>> poll) {
    long oldest = clock.millis() - objective.toMillis();
    return poll.stream().anyMatch(record -> record.timestamp() < oldest);
  }
}
