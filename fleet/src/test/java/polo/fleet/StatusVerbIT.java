package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.TopicSetup;
import polo.common.edge.kafka.Topics;
import polo.common.edge.settings.KafkaSecurity;
import polo.common.edge.settings.PoloSettings;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;
import polo.fleet.edge.verbs.Stdio;
import tools.jackson.databind.JsonNode;

/// `polo status` on a running fleet, and on one whose workers are dead.
class StatusVerbIT {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void a_running_fleet_is_well() throws Exception {
    try (TestFleet fleet = TestFleet.onSqlite(folder)) {
      fleet.awaitIdle();

      int code = polo("status", "--data", folder.toString(), "--json");

      JsonNode answer = Json.tree(out.toByteArray());
      JsonNode live = lane(answer, Groups.GEO);
      assertThat(answer.get("troubles")).isEmpty();
      assertThat(code).isZero();
      assertThat(live.get("waiting").asLong()).isZero();
      assertThat(live.get("workers").get(0).get("pid").asLong())
          .isEqualTo(ProcessHandle.current().pid());
      assertThat(answer.get("status").get("deadLetters").asLong()).isZero();
    }
  }

  @Test
  void jobs_that_nobody_works_on_are_told_with_their_age() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), FreePort.find())) {
      new TopicSetup(settings(broker)).ensure();
      send(broker, System.currentTimeMillis() - 90_000);
      send(broker, System.currentTimeMillis());
      try (PoloProcess status = PoloProcess.start(folder, environment(broker), "status")) {
        assertThat(status.exitCode()).isEqualTo(1);
        List<String> lines = status.lines();

        assertThat(lines).anyMatch(line -> line.matches("polo-geo +2 +9\\d\\.\\d s +0\\.0 +- *"));
        assertThat(lines).contains("! polo-geo has no worker, and 2 jobs wait for one");
      }
    }
  }

  private static void send(EmbeddedBroker broker, long timestamp) {
    try (JobProducer producer = JobProducer.connect(KafkaConnection.open(broker.bootstrap()))) {
      producer
          .send(new ProducerRecord<>(Topics.POINTS, null, timestamp, null, "{}".getBytes(UTF_8)))
          .join();
    }
  }

  private static PoloSettings.Kafka settings(EmbeddedBroker broker) {
    return new PoloSettings.Kafka(
        broker.bootstrap(),
        true,
        2,
        (short) 1,
        Duration.ZERO,
        PoloSettings.GroupProtocol.CLASSIC,
        KafkaSecurity.NONE);
  }

  private Map<String, String> environment(EmbeddedBroker broker) {
    return Map.of(
        "POLO_KAFKA_BOOTSTRAP",
        broker.bootstrap(),
        "POLO_STORE_URL",
        "sqlite:" + folder.resolve("polo.db"));
  }

  private static JsonNode lane(JsonNode answer, String group) {
    for (JsonNode lane : answer.get("status").get("lanes")) {
      if (lane.get("lane").asString().equals(group)) {
        return lane;
      }
    }
    throw new AssertionError("no lane " + group + " in " + answer);
  }

  private int polo(String... arguments) throws IOException {
    Stdio stdio =
        new Stdio(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    return Polo.commandLine(stdio).execute(arguments);
  }
}
