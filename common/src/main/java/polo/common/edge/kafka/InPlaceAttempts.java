package polo.common.edge.kafka;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.job.ReasonCode;

/// Attempts at records that wait where they are. Lives in memory: after a restart counting begins
/// anew, which only makes us more patient.
final class InPlaceAttempts {

  private record Place(String topic, int partition, long offset) {
    static Place of(ConsumerRecord<?, ?> record) {
      return new Place(record.topic(), record.partition(), record.offset());
    }
  }

  /// @param failed attempts the job failed on its own
  /// @param waits how often it was put off, for whatever reason
  private record Count(Attempts failed, int waits) {}

  private final Map<Place, Count> counts = new ConcurrentHashMap<>();

  /// Counts one more failure; answers how often the job failed on its own.
  int failed(ConsumerRecord<?, ?> record, ReasonCode code, Instant at) {
    return counts
        .compute(
            Place.of(record),
            (_, before) -> {
              Count count = before == null ? new Count(Attempts.of(record.headers()), 0) : before;
              Attempts failed =
                  code.isTheWorldTired() ? count.failed() : count.failed().failed(code, at);
              return new Count(failed, count.waits() + 1);
            })
        .failed()
        .count();
  }

  /// How often it was put off so far.
  int waitsOf(ConsumerRecord<?, ?> record) {
    Count count = counts.get(Place.of(record));
    return count == null ? 0 : count.waits();
  }

  /// The failures of a record that failed here; absent when it did not.
  Optional<Attempts> of(ConsumerRecord<?, ?> record) {
    return Optional.ofNullable(counts.get(Place.of(record)))
        .map(Count::failed)
        .filter(attempts -> attempts.count() > 0);
  }

  void forget(ConsumerRecord<?, ?> record) {
    counts.remove(Place.of(record));
  }
}
