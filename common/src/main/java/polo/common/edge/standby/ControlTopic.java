package polo.common.edge.standby;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.Topics;

/// The topic that says which store is in use: under the key `store`, the last record counts. Has a
/// consumer of its own, outside any group. One thread uses it.
public final class ControlTopic implements AutoCloseable {

  private static final byte[] KEY = "store".getBytes(UTF_8);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.CONTROL, 0);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final KafkaConnection kafka;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private StoreEpoch epoch = StoreEpoch.FIRST;
  private long offset = -1; // of the record that put it in force

  private ControlTopic(KafkaConnection kafka, KafkaConsumer<byte[], byte[]> consumer) {
    this.kafka = kafka;
    this.consumer = consumer;
  }

  public static ControlTopic open(KafkaConnection kafka) {
    Map<String, Object> properties = kafka.properties();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    return new ControlTopic(kafka, consumer);
  }

  /// The epoch now in force, asked of the broker. Waits up to `patience` for a newer one than was
  /// known. Throws Kafka's `TimeoutException` when the broker does not answer.
  public StoreEpoch latest(Duration patience) {
    consumer.poll(patience).forEach(this::take);
    long end = consumer.endOffsets(List.of(PARTITION), ANSWER).getOrDefault(PARTITION, 0L);
    read(end);
    return epoch;
  }

  /// Puts an epoch in force, the one after the epoch known. When this returns, the broker has it
  /// for good, and everybody who reads the topic comes to the same end: of several records with one
  /// number the first counts.
  ///
  /// Throws [OvertakenException] when somebody else put that epoch or a later one in force first.
  public void publish(StoreEpoch next) {
    if (latest(Duration.ZERO).number() >= next.number()) {
      throw new OvertakenException(epoch);
    }
    try (JobProducer producer = JobProducer.connect(kafka)) {
      long mine = state(next, producer);
      if (offset == mine) {
        return;
      }
      // Compaction keeps the last record, so the last one must be what is in force.
      StoreEpoch stated;
      do {
        stated = epoch;
        state(stated, producer);
      } while (!stated.equals(epoch));
      throw new OvertakenException(epoch);
    }
  }

  /// Writes, and reads all that lies before what was written. Answers where that lies.
  private long state(StoreEpoch stated, JobProducer producer) {
    long at =
        producer
            .place(new ProducerRecord<>(Topics.CONTROL, KEY, Json.bytes(stated)))
            .join()
            .offset();
    read(at + 1);
    return at;
  }

  private void read(long end) {
    while (consumer.position(PARTITION, ANSWER) < end) {
      consumer.poll(ANSWER).forEach(this::take);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Optional.ofNullable(record.value())
        .map(json -> Json.read(json, StoreEpoch.class))
        .filter(next -> next.number() > epoch.number())
        .ifPresent(next -> {
          epoch = next;
          offset = record.offset();
        });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
