package polo.common.edge.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/// Holds a topic that is there against the one that is wanted. Partitions, replicas and policy must
/// be equal; retention, size and replicas in sync may be more generous than asked for.
record TopicCheck(TopicDescription present, Config config) {

  private static final List<String> AT_LEAST =
      List.of("retention.ms", "max.message.bytes", "min.insync.replicas");

  static TopicCheck of(Admin admin, String topic) throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return new TopicCheck(
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next(),
        admin.describeConfigs(List.of(resource)).all().get().values().iterator().next());
  }

  List<String> differencesTo(NewTopic wanted) {
    List<String> differences = new ArrayList<>();
    differ("partitions", wanted.numPartitions(), present.partitions().size(), differences);
    if (wanted.replicationFactor() > 0) {
      int replicas = present.partitions().getFirst().replicas().size();
      differ("replicas", wanted.replicationFactor(), replicas, differences);
    }
    wanted.configs().forEach((name, value) -> differ(name, value, differences));
    return differences;
  }

  private static void differ(String what, int wanted, int is, List<String> differences) {
    if (wanted != is) {
      differences.add("%s should be %d, is %d".formatted(what, wanted, is));
    }
  }

  private void differ(String name, String wanted, List<String> differences) {
    ConfigEntry entry = config.get(name);
    String is = entry == null ? "" : entry.value();
    if (!suffices(name, wanted, is)) {
      differences.add("%s should be %s, is %s".formatted(name, wanted, is));
    }
  }

  private static boolean suffices(String name, String wanted, String is) {
    if (!AT_LEAST.contains(name)) {
      return is.equals(wanted);
    }
    long value = Long.parseLong(is);
    boolean unlimited = value == -1;
    return unlimited || value >= Long.parseLong(wanted);
  }
}
