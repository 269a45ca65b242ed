package polo.common.edge.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

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
    return sourceOf(new TopicPartition(record.topic(), record.partition()));
  }

  /// The same for all records of a partition.
  public String sourceOf(TopicPartition partition) {
    String epoch = epochs.getOrDefault(partition.topic(), "unknown");
    return "%s/%d@%s".formatted(partition.topic(), partition.partition(), epoch);
  }

  /// The guard entry that says "this record was applied".
  public Map<String, Long> guardOf(ConsumerRecord<?, ?> record) {
    return Map.of(sourceOf(record), record.offset());
  }
}
