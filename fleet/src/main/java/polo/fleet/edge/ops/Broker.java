package polo.fleet.edge.ops;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import polo.common.edge.kafka.KafkaConnection;

/// Questions to a broker by people, who would rather hear "no answer" than wait for minutes.
///
/// @param kafka the way to it
public record Broker(KafkaConnection kafka) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  Admin admin() {
    return Admin.create(settings());
  }

  /// A consumer of no group: it commits nothing and takes nothing from anybody.
  KafkaConsumer<byte[], byte[]> reader() {
    Map<String, Object> settings = settings();
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", 200);
    settings.put("fetch.max.bytes", 16 << 20);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> reader, String topic) {
    return reader.partitionsFor(topic).stream()
        .map(part -> new TopicPartition(topic, part.partition()))
        .toList();
  }

  /// Waits for an answer. A broker's "no" comes as the exception it is.
  static <T> T answer(KafkaFuture<T> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = kafka.properties();
    settings.put("request.timeout.ms", (int) PATIENCE.toMillis());
    settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
    return settings;
  }
}
