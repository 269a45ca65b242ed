package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.fleet.edge.broker.FreePort;

/// The fleet dies in the middle of an import, more than once, without a chance to say goodbye.
class KillNineIT {

  @TempDir Path folder;

  @Test
  void nothing_is_lost_and_nothing_is_twice_when_the_fleet_is_killed_during_an_import()
      throws IOException, InterruptedException {
    Path file = SampleFiles.history(folder, 6, 5);
    Path data = folder.resolve("data");
    String kafkaPort = String.valueOf(FreePort.find());
    String[] run = {"run", "--data", data.toString(), "--port", "0", "--kafka-port", kafkaPort};

    try (PoloProcess first = PoloProcess.start(folder, run).awaitFleet(data);
        PoloProcess importing =
            PoloProcess.start(
                folder, "import", file.toString(), "--data", data.toString(), "--wait")) {
      awaitDocuments(data, 20);
      first.kill();
      try (PoloProcess second = PoloProcess.start(folder, run).awaitFleet(data)) {
        awaitDocuments(data, 200);
        second.kill();
      }
      try (PoloProcess third = PoloProcess.start(folder, run).awaitFleet(data)) {
        assertThat(importing.exitCode()).isZero();
        assertThat(third.isAlive()).isTrue();
      }
    }

    assertThat(output("export", "--data", data.toString()))
        .isNotEmpty()
        .isEqualTo(output("derive", file.toString()));
  }

  private List<String> output(String... arguments) throws IOException, InterruptedException {
    try (PoloProcess polo = PoloProcess.start(folder, arguments)) {
      assertThat(polo.exitCode()).isZero();
      return polo.lines().stream().sorted().toList();
    }
  }

  private static void awaitDocuments(Path data, int count) {
    try (DocumentStore store = SqliteDocumentStore.open(data.resolve("polo.db"))) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> store.keys("points::", null, count).size() >= count);
    }
  }
}
