package polo.common.edge.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Puts jobs, events and dead letters on their topics and loses nothing it was told was sent:
/// idempotent, acknowledged by all replicas in sync. Thread-safe.
public final class JobProducer implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;

  public JobProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  public static JobProducer connect(KafkaConnection connection) {
    Map<String, Object> properties = connection.properties();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
    return new JobProducer(
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /// Sends; the future completes once the broker has it for good.
  public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    return place(record).thenAccept(_ -> {});
  }

  /// Sends as [#send] does; the future says where the broker has it.
  public CompletableFuture<Origin> place(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Origin> placed = new CompletableFuture<>();
    var _ =
        producer.send(
            record,
            (where, failure) -> {
              if (failure == null) {
                placed.complete(new Origin(where.topic(), where.partition(), where.offset()));
              } else {
                placed.completeExceptionally(failure);
              }
            });
    return placed;
  }

  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
