package polo.fleet.edge.ops;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.Topics;
import polo.common.edge.kafka.WorkerName;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;

/// Looks at a fleet from outside: offsets and members from the broker, the age of the oldest job
/// from the job itself. Workers need not be asked, so it works when they are dead.
public final class StatusReader {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Broker broker;
  private final Clock clock;

  public StatusReader(Broker broker, Clock clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /// Takes a second, to see how fast the lanes go. Throws what Kafka's client throws when the
  /// broker does not answer.
  public FleetStatus look(DocumentStore store) throws InterruptedException {
    List<LaneStatus> lanes = lanes();
    try (DeadLetters letters = DeadLetters.of(broker, store, clock)) {
      return new FleetStatus(clock.instant(), lanes, null, letters.open());
    } catch (StoreUnavailableException e) {
      return withoutStore(lanes, e);
    }
  }

  /// The same, when the store could not even be opened.
  public FleetStatus look(StoreUnavailableException problem) throws InterruptedException {
    return withoutStore(lanes(), problem);
  }

  private FleetStatus withoutStore(List<LaneStatus> lanes, StoreUnavailableException problem) {
    return new FleetStatus(clock.instant(), lanes, String.valueOf(problem.getMessage()), null);
  }

  private List<LaneStatus> lanes() throws InterruptedException {
    try (Admin admin = broker.admin();
        KafkaConsumer<byte[], byte[]> reader = broker.reader()) {
      Map<String, ConsumerGroupDescription> groups = described(admin);
      List<Map.Entry<String, String>> all = lanesAndTopics(groups);
      Map<String, Long> before = new HashMap<>();
      for (Map.Entry<String, String> lane : all) {
        before.put(
            lane.getKey(), sum(next(admin, reader, lane.getKey(), lane.getValue()).values()));
      }
      Thread.sleep(BETWEEN_LOOKS);
      List<LaneStatus> lanes = new ArrayList<>();
      for (Map.Entry<String, String> lane : all) {
        Map<TopicPartition, Long> next = next(admin, reader, lane.getKey(), lane.getValue());
        Map<TopicPartition, Long> ends = reader.endOffsets(next.keySet());
        long waiting = sum(ends.values()) - sum(next.values());
        long done = sum(next.values()) - before.getOrDefault(lane.getKey(), 0L);
        lanes.add(
            LaneStatus.of(
                lane.getKey(),
                lane.getValue(),
                waiting,
                oldestSeconds(reader, next, ends),
                done / (double) BETWEEN_LOOKS.toSeconds(),
                workers(groups.get(lane.getKey()))));
      }
      return lanes;
    }
  }

  /// All lanes that always are, and the one of the providers if somebody ever worked on it.
  private static List<Map.Entry<String, String>> lanesAndTopics(
      Map<String, ConsumerGroupDescription> groups) {
    List<Map.Entry<String, String>> lanes = new ArrayList<>(Groups.TOPIC_BY_GROUP);
    ConsumerGroupDescription places = groups.get(Groups.PLACES);
    if (places != null && places.groupState() != GroupState.DEAD) {
      lanes.add(Map.entry(Groups.PLACES, Topics.PLACES));
    }
    return lanes;
  }

  /// The offset of the next job of each partition.
  private static Map<TopicPartition, Long> next(
      Admin admin, KafkaConsumer<byte[], byte[]> reader, String lane, String topic) {
    List<TopicPartition> partitions = Broker.partitions(reader, topic);
    Map<TopicPartition, Long> next = new HashMap<>(reader.beginningOffsets(partitions));
    Map<TopicPartition, OffsetAndMetadata> committed =
        Broker.answer(admin.listConsumerGroupOffsets(lane).partitionsToOffsetAndMetadata());
    committed.forEach((partition, offset) -> {
      if (offset != null) {
        next.computeIfPresent(partition, (_, first) -> Math.max(first, offset.offset()));
      }
    });
    return next;
  }

  /// The record that is next in each partition says when it was sent.
  private @Nullable Double oldestSeconds(
      KafkaConsumer<byte[], byte[]> reader,
      Map<TopicPartition, Long> next,
      Map<TopicPartition, Long> ends) {
    Set<TopicPartition> unseen = new HashSet<>(next.keySet());
    unseen.removeIf(
        partition -> next.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
    reader.assign(unseen);
    unseen.forEach(partition -> reader.seek(partition, next.getOrDefault(partition, 0L)));
    OptionalLong oldest = OptionalLong.empty();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!unseen.isEmpty() && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
        oldest = OptionalLong.of(Math.min(oldest.orElse(Long.MAX_VALUE), record.timestamp()));
        unseen.remove(new TopicPartition(record.topic(), record.partition()));
      }
      reader.pause(reader.assignment().stream().filter(part -> !unseen.contains(part)).toList());
    }
    return oldest.isEmpty() ? null : (clock.millis() - oldest.getAsLong()) / 1000.0;
  }

  private static Map<String, ConsumerGroupDescription> described(Admin admin) {
    Map<String, ConsumerGroupDescription> described = new HashMap<>();
    admin
        .describeConsumerGroups(Groups.ALL)
        .describedGroups()
        .forEach((group, answer) -> {
          try {
            described.put(group, Broker.answer(answer));
          } catch (GroupIdNotFoundException e) {
            // Nobody has worked on it yet.
          }
        });
    return described;
  }

  private static List<WorkerName> workers(@Nullable ConsumerGroupDescription group) {
    return group == null
        ? List.of()
        : group.members().stream()
            .map(MemberDescription::clientId)
            .map(WorkerName::ofClientId)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
  }

  private static long sum(Collection<Long> offsets) {
    return offsets.stream().mapToLong(Long::longValue).sum();
  }
}
