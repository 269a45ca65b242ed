package polo.fleet.edge.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.edge.kafka.EventReader;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.Topics;
import polo.common.job.ParsedEvent;

/// Keeps a [JobBook] by reading along: topics of jobs, of photos put off, of dead letters, of
/// events; and how far the workers' groups are. Belongs to no group and holds nobody up.
///
/// A worker sends what it has to say of a job before it commits. So commits are looked at first,
/// then everything said until now is read, and only then are the commits believed.
public final class JobTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobTail.class);

  private static final List<String> TOPICS =
      List.of(
          Topics.POINTS,
          Topics.PHOTOS,
          Topics.BULK,
          Topics.PHOTOS_RETRY,
          Topics.DEAD,
          Topics.EVENTS);

  private static final List<String> GROUPS =
      List.of(Groups.GEO, Groups.GEO_BULK, Groups.PHOTOS, Groups.PHOTOS_RETRY);

  /// So many records of each topic are read again at a start.
  private static final int LATEST = 2_000;

  private static final Duration TURN = Duration.ofMillis(300);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  private final KafkaConnection kafka;
  private final JobBook book;
  private final InstantSource clock;
  private final EventReader events = EventReader.standard();
  private final Thread thread;
  private volatile boolean closed;

  private JobTail(KafkaConnection kafka, JobBook book, InstantSource clock) {
    this.kafka = kafka;
    this.book = book;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("job-tail").daemon().unstarted(this::run);
  }

  /// Begins to read, from a little before now.
  public static JobTail start(KafkaConnection kafka, JobBook book, InstantSource clock) {
    JobTail tail = new JobTail(kafka, book, clock);
    tail.thread.start();
    return tail;
  }

  private void run() {
    while (!closed) {
      try (Consumer<byte[], byte[]> consumer = consumer();
          Admin admin = kafka.admin()) {
        follow(consumer, admin);
      } catch (KafkaException | ExecutionException | TimeoutException e) {
        LOG.atDebug().setCause(e).log("the broker does not answer; looking again in a while");
        rest();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = kafka.properties();
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", 2_000);
    settings.put("client.id", "polo-job-tail");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void follow(Consumer<byte[], byte[]> consumer, Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    seekToLatest(consumer, partitions);
    @Nullable Instant when = null;
    while (!closed) {
      Map<TopicPartition, Long> committed = committed(admin);
      readUpTo(consumer, consumer.endOffsets(partitions, ANSWER));
      book.committed(committed, when);
      when = clock.instant();
      consumer.poll(TURN).forEach(this::read);
    }
  }

  private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return TOPICS.stream()
        .flatMap(topic -> consumer.partitionsFor(topic, ANSWER).stream())
        .map(part -> new TopicPartition(part.topic(), part.partition()))
        .toList();
  }

  private static void seekToLatest(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<String, Integer> counts = new HashMap<>();
    partitions.forEach(partition -> counts.merge(partition.topic(), 1, Integer::sum));
    Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions, ANSWER);
    consumer
        .endOffsets(partitions, ANSWER)
        .forEach((partition, end) -> {
          long share = Math.max(10, LATEST / counts.getOrDefault(partition.topic(), 1));
          consumer.seek(partition, Math.max(firsts.getOrDefault(partition, 0L), end - share));
        });
  }

  private static Map<TopicPartition, Long> committed(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
    GROUPS.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listConsumerGroupOffsets(all)
        .all()
        .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
        .values()
        .forEach(group ->
            group.forEach((partition, offset) -> {
              if (offset != null) {
                offsets.put(partition, offset.offset());
              }
            }));
    return offsets;
  }

  private void readUpTo(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Collection<TopicPartition> behind = ends.keySet();
    while (!closed
        && behind.stream()
            .anyMatch(part -> consumer.position(part, ANSWER) < ends.getOrDefault(part, 0L))) {
      consumer.poll(TURN).forEach(this::read);
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    switch (record.topic()) {
      case Topics.PHOTOS_RETRY -> book.putOff(record);
      case Topics.DEAD -> book.buried(record);
      case Topics.EVENTS -> event(record);
      default -> book.sent(record);
    }
  }

  private void event(ConsumerRecord<byte[], byte[]> record) {
    if (events.read(record) instanceof ParsedEvent.Valid(var event, var headers)) {
      book.told(event, headers.traceparent(), headers.time());
    }
  }

  private void rest() {
    long deadline = System.nanoTime() + AFTER_TROUBLE.toNanos();
    try {
      while (!closed && System.nanoTime() < deadline) {
        Thread.sleep(TURN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends after the turn it is in; nobody waits for a broker that is away.
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
