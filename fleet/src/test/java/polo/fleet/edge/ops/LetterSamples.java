package polo.fleet.edge.ops;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.Topics;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Dead letters as they lie on their topic.
final class LetterSamples {

  static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private LetterSamples() {}

  static Letter letter(long offset, String user, ReasonCode reason, Instant at) {
    return letter(offset, user, reason, at, new RecordHeaders());
  }

  static Letter letter(long offset, String user, ReasonCode reason, Instant at, Headers producers) {
    producers.add("ce_id", text("job-" + offset)).add("ce_type", text("photo.uploaded"));
    ConsumerRecord<byte[], byte[]> original =
        record(Topics.PHOTOS, 0, text("{\"userId\":\"%s\"}".formatted(user)), producers);
    ProducerRecord<byte[], byte[]> dead =
        DeadLetter.of(
            original,
            new Reason(reason, "of letter " + offset),
            Attempts.NONE.failed(reason, at),
            at,
            "images-1/17");
    return Letter.of(record(Topics.DEAD, offset, dead.value(), dead.headers()), LetterState.OPEN);
  }

  static ConsumerRecord<byte[], byte[]> record(
      String topic, long offset, byte[] body, Headers headers) {
    return new ConsumerRecord<>(
        topic,
        3,
        offset,
        NOON.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        text("key"),
        body,
        headers,
        Optional.empty());
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
