package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

class LiveLagTest {

  private static final Instant NOW = Instant.parse("2026-05-08T10:00:00Z");

  private final LiveLag lag = new LiveLag(Duration.ofSeconds(10), Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<String> worked = new ArrayList<>();
  private final Answer bulkAnswer = new Answer();
  private final BatchAcknowledgingMessageListener<byte[], byte[]> bulk =
      lag.yielding((_, _) -> worked.add("bulk"));

  @Test
  void bulk_goes_on_while_live_jobs_are_in_time() {
    lag.watching((_, _) -> bulk.onMessage(sentAgo(60), bulkAnswer))
        .onMessage(sentAgo(9), new Answer());

    assertThat(worked).containsExactly("bulk");
    assertThat(bulkAnswer.putOff).isEmpty();
  }

  @Test
  void bulk_steps_aside_while_a_late_poll_is_worked_on() {
    lag.watching((_, _) -> bulk.onMessage(sentAgo(60), bulkAnswer))
        .onMessage(sentAgo(11), new Answer());

    assertThat(worked).isEmpty();
    assertThat(bulkAnswer.putOff).contains(Duration.ofSeconds(1));
  }

  @Test
  void bulk_steps_aside_between_late_polls() {
    lag.watching((_, _) -> worked.add("live")).onMessage(sentAgo(11), new Answer());

    bulk.onMessage(sentAgo(60), bulkAnswer);

    assertThat(worked).containsExactly("live");
  }

  private static List<ConsumerRecord<byte[], byte[]>> sentAgo(int seconds) {
    return List.of(
        new ConsumerRecord<>(
            Topics.POINTS,
            0,
            1,
            NOW.minusSeconds(seconds).toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            new byte[0],
            new byte[0],
            new RecordHeaders(),
            Optional.empty()));
  }

  /// What a lane answered for its poll.
  private static final class Answer implements Acknowledgment {

    private Optional<Duration> putOff = Optional.empty();

    @Override
    public void acknowledge() {
      putOff = Optional.empty();
    }

    @Override
    public void nack(int index, Duration sleep) {
      putOff = Optional.of(sleep);
    }
  }
}
