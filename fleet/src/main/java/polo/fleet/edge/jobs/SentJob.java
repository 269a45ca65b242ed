package polo.fleet.edge.jobs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Origin;
import polo.common.edge.kafka.Topics;

/// A job as it was sent.
///
/// @param at where the queue has it
/// @param userId absent when it does not say so
/// @param traceId absent when it carries no trace
public record SentJob(
    Origin at,
    String id,
    String type,
    String source,
    @Nullable String userId,
    Instant sentAt,
    @Nullable String traceId) {

  private static final JobReader READER = JobReader.standard();

  /// Of a record that carries a job, wherever it lies by now. Reads no more of it than must be.
  static SentJob of(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = CloudEventHeaders.textOf(record.headers());
    return at(Origin.of(record), record, headers);
  }

  /// Of a record in the dead letters.
  static SentJob buried(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    return at(letter.origin(), record, CloudEventHeaders.textOf(record.headers()));
  }

  private static SentJob at(
      Origin at, ConsumerRecord<byte[], byte[]> record, Map<String, String> headers) {
    return new SentJob(
        at,
        headers.getOrDefault(CloudEventHeaders.ID, ""),
        headers.getOrDefault(CloudEventHeaders.TYPE, ""),
        headers.getOrDefault(CloudEventHeaders.SOURCE, ""),
        userOf(record, at.topic()),
        Instant.ofEpochMilli(record.timestamp()),
        traceId(headers.get(CloudEventHeaders.TRACEPARENT)));
  }

  /// The trace of a `traceparent`; absent when it is none.
  public static @Nullable String traceId(@Nullable String traceparent) {
    String[] parts = traceparent == null ? new String[0] : traceparent.split("-", -1);
    return parts.length == 4 && parts[1].length() == 32 ? parts[1] : null;
  }

  /// Photos travel under their own id, all else under the user's.
  private static @Nullable String userOf(ConsumerRecord<byte[], byte[]> record, String topic) {
    if (topic.equals(Topics.PHOTOS)) {
      return READER.userOf(record.value()).orElse(null);
    }
    return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
  }
}
