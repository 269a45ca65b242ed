package polo.common.edge.kafka;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import polo.common.job.ReasonCode;

/// How often a job was tried in vain, and how that began. Carried in text headers from one attempt
/// to the next: `polo-attempts`, `polo-first-reason-code`, `polo-first-failed-at`; beside them
/// `polo-not-before` and the [Origin] as `polo-topic`, `polo-partition`, `polo-offset`.
///
/// @param count attempts that failed, from 0
/// @param first how the first of them failed; absent when none did
public record Attempts(int count, @Nullable Failure first) {

  /// A failed attempt.
  public record Failure(ReasonCode code, Instant at) {}

  static final String PREFIX = "polo-";
  private static final String COUNT = "attempts";
  private static final String FIRST_CODE = "first-reason-code";
  private static final String FIRST_AT = "first-failed-at";
  private static final String NOT_BEFORE = "not-before";

  public static final Attempts NONE = new Attempts(0, null);

  public Attempts {
    if (count < 0 || (count == 0) != (first == null)) {
      throw new IllegalArgumentException(count + " attempts, the first: " + first);
    }
  }

  /// What the headers of a record tell; [#NONE] for a record nobody tried yet.
  public static Attempts of(Headers headers) {
    return read(headers, PREFIX);
  }

  /// When the next attempt is due; empty when at once.
  public static Optional<Instant> notBefore(Headers headers) {
    return Optional.ofNullable(MovedHeaders.time(headers, PREFIX + NOT_BEFORE));
  }

  /// With one more attempt that failed.
  public Attempts failed(ReasonCode code, Instant at) {
    return new Attempts(count + 1, first == null ? new Failure(code, at) : first);
  }

  /// The headers with which `record` travels to its next attempt: the producer's own, and ours.
  public Headers onto(ConsumerRecord<byte[], byte[]> record, Instant notBefore) {
    Headers headers = MovedHeaders.without(record.headers(), PREFIX);
    write(headers, PREFIX);
    MovedHeaders.put(headers, PREFIX + NOT_BEFORE, notBefore.toString());
    Origin.of(record).write(headers, PREFIX);
    return headers;
  }

  static Attempts read(Headers headers, String prefix) {
    Long count = MovedHeaders.number(headers, prefix + COUNT);
    ReasonCode code = MovedHeaders.code(headers, prefix + FIRST_CODE);
    Instant at = MovedHeaders.time(headers, prefix + FIRST_AT);
    return count == null || count < 1 || code == null || at == null
        ? NONE
        : new Attempts((int) Math.min(count, Integer.MAX_VALUE), new Failure(code, at));
  }

  void write(Headers headers, String prefix) {
    MovedHeaders.put(headers, prefix + COUNT, Integer.toString(count));
    if (first != null) {
      MovedHeaders.put(headers, prefix + FIRST_CODE, first.code().name());
      MovedHeaders.put(headers, prefix + FIRST_AT, first.at().toString());
    }
  }
}
