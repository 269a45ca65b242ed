package polo.fleet.edge.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// A part of a topic that does not grow any more: from some offsets to where it ended when it was
/// looked at.
public record TopicSpan(Map<TopicPartition, Range> ranges) {

  private static final Duration POLL = Duration.ofMillis(500);

  public TopicSpan {
    ranges = Map.copyOf(ranges);
  }

  /// Offsets of a partition.
  ///
  /// @param end one after the last
  record Range(long start, long end) {}

  /// All there is now.
  ///
  /// @param since leaves out what was written before; null for nothing
  static TopicSpan of(Broker broker, String topic, @Nullable Instant since) {
    try (KafkaConsumer<byte[], byte[]> reader = broker.reader()) {
      List<TopicPartition> partitions = Broker.partitions(reader, topic);
      Map<TopicPartition, Long> starts = reader.beginningOffsets(partitions);
      Map<TopicPartition, Range> ranges = new HashMap<>();
      reader
          .endOffsets(partitions)
          .forEach((partition, end) ->
              ranges.put(partition, new Range(starts.getOrDefault(partition, end), end)));
      if (since != null) {
        startAt(since, ranges, reader);
      }
      return new TopicSpan(ranges);
    }
  }

  long records() {
    return ranges.values().stream().mapToLong(range -> range.end() - range.start()).sum();
  }

  /// Reads it through, poll by poll: so that memory holds one poll and no more.
  void read(Broker broker, Consumer<List<ConsumerRecord<byte[], byte[]>>> eye) {
    Map<TopicPartition, Range> left = new HashMap<>(ranges);
    left.values().removeIf(range -> range.start() >= range.end());
    try (KafkaConsumer<byte[], byte[]> reader = broker.reader()) {
      reader.assign(left.keySet());
      left.forEach((partition, range) -> reader.seek(partition, range.start()));
      while (!left.isEmpty()) {
        List<ConsumerRecord<byte[], byte[]>> within =
            StreamSupport.stream(reader.poll(POLL).spliterator(), false)
                .filter(this::holds)
                .toList();
        if (!within.isEmpty()) {
          eye.accept(within);
        }
        left.entrySet()
            .removeIf(entry -> reader.position(entry.getKey()) >= entry.getValue().end());
      }
    }
  }

  private boolean holds(ConsumerRecord<?, ?> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    return record.offset() < Objects.requireNonNull(ranges.get(partition)).end();
  }

  /// A partition without a record that young has none of them.
  private static void startAt(
      Instant since, Map<TopicPartition, Range> ranges, KafkaConsumer<?, ?> reader) {
    Map<TopicPartition, Long> times = new HashMap<>();
    ranges.keySet().forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = reader.offsetsForTimes(times);
    ranges.replaceAll((partition, range) -> {
      OffsetAndTimestamp first = found.get(partition);
      return new Range(first == null ? range.end() : first.offset(), range.end());
    });
  }
}
