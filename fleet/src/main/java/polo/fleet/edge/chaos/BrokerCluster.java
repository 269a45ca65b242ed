package polo.fleet.edge.chaos;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import polo.common.edge.kafka.Topics;

/// Three brokers that elect their controller among themselves, as processes. What is acknowledged
/// is on at least two of them.
final class BrokerCluster implements AutoCloseable {

  static final int NODES = 3;

  private static final Duration START = Duration.ofMinutes(2);

  private final List<BrokerNode> nodes;
  private final Admin admin;

  private BrokerCluster(List<BrokerNode> nodes) {
    this.nodes = List.copyOf(nodes);
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap()));
  }

  /// Starts a new cluster with its logs below `folder`, and waits until all of it is there.
  static BrokerCluster start(Path folder) throws IOException, InterruptedException {
    List<BrokerNode> nodes = new ArrayList<>();
    for (int id = 1; id <= NODES; id++) {
      nodes.add(new BrokerNode(id, folder.resolve("broker-" + id)));
    }
    String clusterId = Uuid.randomUuid().toString();
    BrokerCluster cluster = new BrokerCluster(nodes);
    try {
      for (BrokerNode node : nodes) {
        node.format(clusterId);
        node.start(cluster.voters());
      }
      cluster.awaitAll();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  List<BrokerNode> nodes() {
    return nodes;
  }

  Admin admin() {
    return admin;
  }

  /// Where we connect ourselves.
  String bootstrap() {
    return addresses(BrokerNode::address);
  }

  /// Where workers connect when the network is to fail them.
  String proxiedBootstrap() {
    return addresses(BrokerNode::proxiedAddress);
  }

  /// The broker that leads a partition of the live jobs.
  BrokerNode leaderOf(int partition) throws Exception {
    return node(points().partitions().get(partition).leader().id());
  }

  /// The broker that leads the controllers.
  BrokerNode controller() throws Exception {
    return node(admin.describeMetadataQuorum().quorumInfo().get().leaderId());
  }

  /// Starts a broker that ended, and waits until every live partition has all its replicas again.
  void restart(BrokerNode node) throws IOException, InterruptedException {
    node.start(voters());
    awaitAll();
    Patience.await("all replicas in sync", START, this::inSync);
  }

  void awaitAll() throws InterruptedException {
    Patience.await(
        "three brokers", START, () -> admin.describeCluster().nodes().get().size() == NODES);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    nodes.forEach(BrokerNode::close);
  }

  private boolean inSync() throws Exception {
    return points().partitions().stream().allMatch(part -> part.isr().size() == NODES);
  }

  private TopicDescription points() throws Exception {
    return Objects.requireNonNull(
        admin.describeTopics(List.of(Topics.POINTS)).allTopicNames().get().get(Topics.POINTS));
  }

  private BrokerNode node(int id) {
    return nodes.get(id - 1);
  }

  private String voters() {
    return addresses(BrokerNode::voter);
  }

  private String addresses(Function<BrokerNode, String> address) {
    return nodes.stream().map(address).collect(joining(","));
  }
}
