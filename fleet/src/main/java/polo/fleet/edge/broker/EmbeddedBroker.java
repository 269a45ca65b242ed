package polo.fleet.edge.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/// A real Kafka broker and controller (KRaft, one node) in this process, with its log on disk. What
/// it acknowledged is there after `kill -9`; the data folder is an ordinary Kafka log folder.
///
/// It listens on the loopback address only.
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE_ID = 1;

  private final KafkaRaftServer server;
  private final String bootstrap;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrap) {
    this.server = server;
    this.bootstrap = bootstrap;
  }

  /// Starts a broker on `port`, with its log in `folder`; formats the folder the first time.
  ///
  /// @throws IOException when the folder cannot be written or holds something else
  public static EmbeddedBroker start(Path folder, int port) throws IOException {
    int controllerPort = FreePort.find();
    Path log = folder.resolve("log");
    formatOnce(log);
    KafkaConfig config = new KafkaConfig(properties(log, port, controllerPort), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, "127.0.0.1:" + port);
  }

  /// Where clients connect, `host:port`.
  public String bootstrap() {
    return bootstrap;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void formatOnce(Path log) throws IOException {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    LogFolder.format(log, NODE_ID, Uuid.randomUuid().toString());
  }

  private static Properties properties(Path log, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            String.valueOf(NODE_ID),
            "controller.quorum.voters",
            NODE_ID + "@127.0.0.1:" + controllerPort,
            "controller.listener.names",
            "CONTROLLER",
            "listeners",
            "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
            "advertised.listeners",
            "PLAINTEXT://127.0.0.1:" + port,
            "listener.security.protocol.map",
            "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "inter.broker.listener.name",
            "PLAINTEXT",
            "log.dirs",
            log.toString(),
            "auto.create.topics.enable",
            "false"));
    // One node: every replica is the only one. Groups form at once instead of after three seconds.
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            // A job must outlive the longest outage of whoever consumes it.
            "offsets.retention.minutes", String.valueOf(30 * 24 * 60)));
    properties.putAll(
        Map.of(
            "num.network.threads", "1",
            "num.io.threads", "2",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", String.valueOf(2 * 1024 * 1024),
            "log.segment.bytes", String.valueOf(64 * 1024 * 1024)));
    return properties;
  }
}
