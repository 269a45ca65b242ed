package polo.fleet.edge.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import polo.common.edge.kafka.Groups;

/// Records waiting, by consumer group, as one look at the broker found them.
public record Backlog(Map<String, Long> byGroup) {

  public Backlog {
    byGroup = Map.copyOf(byGroup);
  }

  public long total() {
    return byGroup.values().stream().mapToLong(Long::longValue).sum();
  }

  public long of(String group) {
    return byGroup.getOrDefault(group, 0L);
  }

  /// Looks at every group, in the order work flows: when all are empty, nothing is left to come.
  public static Backlog look(Admin admin) {
    try {
      Map<String, Long> waiting = new LinkedHashMap<>();
      for (Map.Entry<String, String> entry : Groups.TOPIC_BY_GROUP) {
        waiting.put(entry.getKey(), lag(admin, entry.getKey(), entry.getValue()));
      }
      return new Backlog(waiting);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell its offsets", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at the backlog", e);
    }
  }

  /// Waits until nothing is left, telling `watcher` each look.
  public static void awaitNone(Admin admin, Consumer<Backlog> watcher) {
    Duration pause = Duration.ofMillis(200);
    Backlog backlog = look(admin);
    while (backlog.total() > 0) {
      watcher.accept(backlog);
      pause(pause);
      backlog = look(admin);
    }
    watcher.accept(backlog);
  }

  private static long lag(Admin admin, String group, String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    int partitions =
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .mapToInt(described -> described.partitions().size())
            .sum();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long lag = 0;
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(latest).all().get().entrySet()) {
      OffsetAndMetadata done = committed.get(end.getKey());
      lag += end.getValue().offset() - (done == null ? 0 : done.offset());
    }
    return lag;
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the backlog", e);
    }
  }
}
