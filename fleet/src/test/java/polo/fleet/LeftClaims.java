package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import polo.common.document.DocumentKey;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.DocumentStore;

/// What people who are killed while they put letters back leave behind.
final class LeftClaims {

  private LeftClaims() {}

  /// A claim of an hour ago, written by hand as docs/operating.md describes it.
  ///
  /// @param sent whether the letter was on its topic before its sender died
  static void leave(TestFleet fleet, String letter, boolean sent)
      throws ExecutionException, InterruptedException {
    String[] parts = letter.split("-", 2);
    String epoch =
        fleet.admin().describeTopics(List.of(Topics.DEAD)).allTopicNames().get().values().stream()
            .map(topic -> topic.topicId().toString())
            .findFirst()
            .orElseThrow();
    String claim =
        "{\"deed\":\"claimed\",\"at\":\"%s\",\"by\":\"gone/1\"}"
            .formatted(Instant.now().minus(Duration.ofHours(1)));
    fleet
        .fleet()
        .part(DocumentStore.class)
        .create(
            DocumentKey.of("letter", "polo.dead.v1/%s@%s".formatted(parts[0], epoch), parts[1]),
            claim.getBytes(UTF_8));
    if (sent) {
      ConsumerRecord<byte[], byte[]> record =
          records(fleet, Topics.DEAD).stream()
              .filter(each -> letter.equals(each.partition() + "-" + each.offset()))
              .findFirst()
              .orElseThrow();
      fleet
          .fleet()
          .part(JobProducer.class)
          .send(DeadLetter.read(record).orElseThrow().replay(record))
          .join();
    }
  }

  /// All records of a topic, as time has it.
  static List<ConsumerRecord<byte[], byte[]>> records(TestFleet fleet, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", fleet.fleet().address().bootstrap());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
    return records;
  }
}
