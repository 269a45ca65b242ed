package polo.common.edge.kafka;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Why a job was given up: text headers beside the original's own, so that any tool can show them.
/// Key, body and the producer's headers stay as they were, byte for byte.
///
/// @param reason why the last attempt failed; the message is one line of at most 1000 characters
/// @param attempts how often it was tried, and how it first failed
/// @param lastFailedAt when it was given up
/// @param origin where the job was first read
/// @param worker who gave it up
public record DeadLetter(
    Reason reason, Attempts attempts, Instant lastFailedAt, Origin origin, String worker) {

  private static final String PREFIX = "dead-";
  private static final String CODE = "dead-reason-code";
  private static final String MESSAGE = "dead-reason-message";
  private static final String LAST_AT = "dead-last-failed-at";
  private static final String WORKER = "dead-worker";

  /// The record for the dead letters: under the original's key, with the original's body.
  ///
  /// @param attempts all attempts, the last one included
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> original,
      Reason last,
      Attempts attempts,
      Instant at,
      String worker) {
    DeadLetter letter = new DeadLetter(last, attempts, at, Origin.of(original), worker);
    return new ProducerRecord<>(
        Topics.DEAD, null, original.key(), original.value(), letter.onto(original.headers()));
  }

  /// What a record of the dead letters tells; empty when it is not one of ours.
  public static Optional<DeadLetter> read(ConsumerRecord<byte[], byte[]> dead) {
    Headers headers = dead.headers();
    ReasonCode code = MovedHeaders.code(headers, CODE);
    Instant lastAt = MovedHeaders.time(headers, LAST_AT);
    Origin origin = Origin.read(headers, PREFIX);
    if (code == null || lastAt == null || origin == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DeadLetter(
            new Reason(code, textOrEmpty(headers, MESSAGE)),
            Attempts.read(headers, PREFIX),
            lastAt,
            origin,
            textOrEmpty(headers, WORKER)));
  }

  /// The original again, for the topic it came from: same key, body, headers, and so the same
  /// `ce_id`; beside them, how often it was put back.
  public ProducerRecord<byte[], byte[]> replay(ConsumerRecord<byte[], byte[]> dead) {
    Headers headers = MovedHeaders.without(dead.headers(), PREFIX, Attempts.PREFIX);
    Replay.nextOf(dead).write(headers);
    return new ProducerRecord<>(origin.topic(), null, dead.key(), dead.value(), headers);
  }

  private Headers onto(Headers original) {
    Headers headers = MovedHeaders.without(original, PREFIX, Attempts.PREFIX);
    MovedHeaders.put(headers, CODE, reason.code().name());
    MovedHeaders.put(headers, MESSAGE, Shown.line(reason.message()));
    attempts.write(headers, PREFIX);
    MovedHeaders.put(headers, LAST_AT, lastFailedAt.toString());
    origin.write(headers, PREFIX);
    MovedHeaders.put(headers, WORKER, worker);
    return headers;
  }

  private static String textOrEmpty(Headers headers, String name) {
    String text = MovedHeaders.text(headers, name);
    return text == null ? "" : text;
  }
}
