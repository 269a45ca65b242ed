package polo.common.edge.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Where a job was first read, however often it moved since: to be retried, to be parked, to die.
public record Origin(String topic, int partition, long offset) {

  /// Where `record` comes from: what its headers say when it was moved, else where it lies.
  public static Origin of(ConsumerRecord<byte[], byte[]> record) {
    Origin moved = read(record.headers(), Attempts.PREFIX);
    return moved == null ? new Origin(record.topic(), record.partition(), record.offset()) : moved;
  }

  /// Absent when the headers do not say it, or not whole.
  static @Nullable Origin read(Headers headers, String prefix) {
    String topic = MovedHeaders.text(headers, prefix + "topic");
    Long partition = MovedHeaders.number(headers, prefix + "partition");
    Long offset = MovedHeaders.number(headers, prefix + "offset");
    return topic == null || partition == null || offset == null
        ? null
        : new Origin(topic, partition.intValue(), offset);
  }

  void write(Headers headers, String prefix) {
    MovedHeaders.put(headers, prefix + "topic", topic);
    MovedHeaders.put(headers, prefix + "partition", Integer.toString(partition));
    MovedHeaders.put(headers, prefix + "offset", Long.toString(offset));
  }
}
