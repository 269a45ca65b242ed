package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.DocumentKey;
import polo.common.document.TimelineMonth;
import polo.common.edge.store.Documents;
import polo.common.edge.store.SqliteDocumentStore;
import polo.fleet.edge.embedded.FleetAddress;

/// A job that another client wrote, in another language, is a job like our own.
class KcatIT {

  @TempDir Path folder;

  @Test
  void a_job_sent_by_kcat_becomes_a_stay() throws IOException, InterruptedException {
    assumeTrue(isInstalled("kcat"), "kcat is not installed (Debian has it), so it cannot be tried");
    Path data = folder.resolve("data");

    try (PoloProcess _ =
            PoloProcess.start(
                    folder, "run", "--data", data.toString(), "--port", "0", "--kafka-port", "0")
                .awaitFleet(data);
        SqliteDocumentStore store = SqliteDocumentStore.open(data.resolve("polo.db"))) {
      send(FleetAddress.find(data).orElseThrow().bootstrap());

      Documents documents = new Documents(store);
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(
                      documents.read(
                          new DocumentKey("timeline::ada::2026-05"), TimelineMonth.class))
                  .hasValueSatisfying(month -> assertThat(month.derived().stays()).hasSize(1)));
    }
  }

  private void send(String bootstrap) throws IOException, InterruptedException {
    Path body = Files.writeString(folder.resolve("job.json"), tenQuietMinutes());
    List<String> command =
        List.of(
            "kcat",
            "-P",
            "-b",
            bootstrap,
            "-t",
            "polo.points.v1",
            "-k",
            "ada",
            "-X",
            "partitioner=murmur2_random",
            "-H",
            "ce_specversion=1.0",
            "-H",
            "ce_id=kcat-1",
            "-H",
            "ce_source=kcat",
            "-H",
            "ce_type=points.uploaded",
            "-H",
            "content-type=application/json",
            body.toString());
    Process kcat = new ProcessBuilder(command).inheritIO().start();
    assertThat(kcat.waitFor()).isZero();
  }

  /// Eleven fixes at one spot, a minute apart, on one line.
  private static String tenQuietMinutes() {
    List<String> fixes =
        Stream.iterate(0, minute -> minute + 1)
            .limit(11)
            .map(minute ->
                "{\"time\":\"2026-05-08T09:%02d:00Z\",\"lat\":38.7139,\"lon\":-9.1394,\"accuracy\":8}"
                    .formatted(minute))
            .toList();
    return "{\"userId\":\"ada\",\"deviceId\":\"phone\",\"fixes\":["
        + String.join(",", fixes)
        + "]}";
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
