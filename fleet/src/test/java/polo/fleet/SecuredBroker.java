package polo.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.Time;
import polo.fleet.edge.broker.FreePort;
import polo.fleet.edge.broker.LogFolder;

/// A broker that lets nobody in without a certificate it knows and a password, and lets them do
/// nothing that no rule allows. Whoever made it has a door of their own.
final class SecuredBroker implements AutoCloseable {

  static final String USER = "polo";
  static final String PASSWORD = "a \"secret\" of \\ten";

  private static final ScramCredentialInfo SCRAM =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

  private final Path folder;
  private final int port;
  private final int ownPort;
  private final int controllerPort;
  private final KafkaRaftServer server;

  private SecuredBroker(Path folder) throws IOException {
    this.folder = folder;
    this.port = FreePort.find();
    this.ownPort = FreePort.find();
    this.controllerPort = FreePort.find();
    Path log = folder.resolve("log");
    LogFolder.format(log, 1, Uuid.randomUuid().toString());
    server = new KafkaRaftServer(new KafkaConfig(properties(log), false), Time.SYSTEM);
  }

  static SecuredBroker start(Path folder)
      throws IOException, InterruptedException, ExecutionException {
    Certificates.make(folder);
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("keystore-password"), Certificates.PASSWORD);
    SecuredBroker broker = new SecuredBroker(folder);
    broker.server.startup();
    try (Admin admin = broker.admin()) {
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(USER, SCRAM, PASSWORD)))
          .all()
          .get();
    }
    return broker;
  }

  void allow(Collection<AclBinding> rules) throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      admin.createAcls(rules).all().get();
    }
  }

  /// What a process of Polo needs to be let in.
  Map<String, String> settings() {
    return Map.of(
        "POLO_KAFKA_BOOTSTRAP",
        "localhost:" + port,
        "POLO_KAFKA_SECURITY_PROTOCOL",
        "SASL_SSL",
        "POLO_KAFKA_SECURITY_USER",
        USER,
        "POLO_KAFKA_SECURITY_PASSWORDFILE",
        folder.resolve("password").toString(),
        "POLO_KAFKA_SECURITY_TRUSTCERTIFICATE",
        folder.resolve("broker.pem").toString(),
        "POLO_KAFKA_SECURITY_KEYSTORE",
        folder.resolve("client.p12").toString(),
        "POLO_KAFKA_SECURITY_KEYSTOREPASSWORDFILE",
        folder.resolve("keystore-password").toString());
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", "localhost:" + ownPort));
  }

  private Properties properties(Path log) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            "1",
            "controller.quorum.voters",
            "1@localhost:" + controllerPort,
            "controller.listener.names",
            "CONTROLLER",
            "inter.broker.listener.name",
            "OWN",
            "listeners",
            "OWN://localhost:%d,POLO://localhost:%d,CONTROLLER://localhost:%d"
                .formatted(ownPort, port, controllerPort),
            "listener.security.protocol.map",
            "OWN:PLAINTEXT,CONTROLLER:PLAINTEXT,POLO:SASL_SSL",
            "log.dirs",
            log.toString(),
            "auto.create.topics.enable",
            "false"));
    properties.putAll(
        Map.of(
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users",
            "User:ANONYMOUS",
            "listener.name.polo.sasl.enabled.mechanisms",
            "SCRAM-SHA-512",
            "listener.name.polo.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;",
            "listener.name.polo.ssl.client.auth",
            "required",
            "ssl.keystore.location",
            folder.resolve("broker.p12").toString(),
            "ssl.keystore.password",
            Certificates.PASSWORD,
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            folder.resolve("client.pem").toString()));
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "2",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20)));
    return properties;
  }
}
