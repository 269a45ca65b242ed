package polo.fleet.edge.chaos;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import polo.fleet.edge.broker.FreePort;
import polo.fleet.edge.broker.LogFolder;
import polo.testkit.network.FaultProxy;

/// One broker and controller of the cluster: a process that can be killed and started again on the
/// same ports and the same log. Workers reach it by a proxy, whose link can be spoiled.
final class BrokerNode implements AutoCloseable {

  private final int id;
  private final Path folder;
  private final int clientPort = FreePort.find();
  private final int workerPort = FreePort.find();
  private final int controllerPort = FreePort.find();
  private final FaultProxy proxy = FaultProxy.to(workerPort);
  private @Nullable ChildJvm process;

  BrokerNode(int id, Path folder) throws IOException {
    this.id = id;
    this.folder = folder;
  }

  int id() {
    return id;
  }

  FaultProxy proxy() {
    return proxy;
  }

  /// Where we connect ourselves, whatever is done to the workers' network.
  String address() {
    return "127.0.0.1:" + clientPort;
  }

  /// Where workers connect when the network is to fail them.
  String proxiedAddress() {
    return "127.0.0.1:" + proxy.port();
  }

  /// Its line in the list of those who elect the controller.
  String voter() {
    return "%d@127.0.0.1:%d".formatted(id, controllerPort);
  }

  void format(String clusterId) throws IOException {
    LogFolder.format(folder.resolve("log"), id, clusterId);
  }

  void start(String voters) throws IOException {
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties(voters).store(writer, null);
    }
    process =
        ChildJvm.start(
            folder.resolve("broker.log"), Map.of(), List.of("kafka.Kafka", file.toString()));
  }

  void kill() throws InterruptedException {
    if (process != null) {
      process.kill();
    }
  }

  void stop() throws InterruptedException {
    if (process != null) {
      process.stop();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    proxy.close();
  }

  private Properties properties(String voters) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            String.valueOf(id),
            "controller.quorum.voters",
            voters,
            "controller.listener.names",
            "CONTROLLER",
            "inter.broker.listener.name",
            "CLIENTS",
            "log.dirs",
            folder.resolve("log").toString(),
            "auto.create.topics.enable",
            "false",
            "listeners",
            "CLIENTS://127.0.0.1:%d,WORKERS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(clientPort, workerPort, controllerPort),
            "advertised.listeners",
            "CLIENTS://127.0.0.1:%d,WORKERS://127.0.0.1:%d".formatted(clientPort, proxy.port()),
            "listener.security.protocol.map",
            "CONTROLLER:PLAINTEXT,CLIENTS:PLAINTEXT,WORKERS:PLAINTEXT"));
    // What is acknowledged is on two disks; groups form at once instead of after three seconds.
    properties.putAll(
        Map.of(
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "3",
            "offsets.topic.num.partitions", "6",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "3",
            "share.coordinator.state.topic.min.isr", "2",
            "share.coordinator.state.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0"));
    properties.putAll(
        Map.of(
            "num.network.threads", "1",
            "num.io.threads", "2",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20),
            "log.segment.bytes", String.valueOf(64 << 20)));
    return properties;
  }
}
