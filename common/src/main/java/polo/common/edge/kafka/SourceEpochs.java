package polo.common.edge.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Names the partition a record came from so that its offset means something for ever: with the
/// topic's own id, which is another one when a topic is deleted and made anew.
///
/// @param epochs topic name to topic id
public record SourceEpochs(Map<String, String> epochs) {

  public SourceEpochs {
    epochs = Map.copyOf(epochs);
  }

  /// `topic/partition@epoch`, as guards in documents have it.
  public String sourceOf(ConsumerRecord<?, ?> record) {
    String epoch = epochs.getOrDefault(record.topic(), "unknown");
    return "%s/%d@%s".formatted(record.topic(), record.partition(), epoch);
  }

  /// The guard entry that says "this record was applied".
  public Map<String, Long> guardOf(ConsumerRecord<?, ?> record) {
    return Map.of(sourceOf(record), record.offset());
  }
}
