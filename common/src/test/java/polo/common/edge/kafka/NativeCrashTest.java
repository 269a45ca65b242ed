package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.Outcome;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Native code can end the process in the middle of a job; the ledger outlives it.
class NativeCrashTest {

  @TempDir Path folder;

  @Test
  void a_file_that_crashes_three_processes_is_rejected() throws Exception {
    crash();
    crash();
    crash();

    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      Outcome outcome = CrashingWorker.ledger(store).watch(CrashingWorker.JOB, Outcome::done);

      assertThat(outcome)
          .isEqualTo(
              new Outcome.Reject(
                  new Reason(
                      ReasonCode.CRASH_LOOP, "begun 3 times, and no worker lived to end it")));
    }
  }

  private void crash() throws IOException, InterruptedException {
    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWorker.class.getName(),
                file().toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(worker.waitFor()).as(told).isNotZero();
    assertThat(told).contains("A fatal error has been detected");
  }

  private Path file() {
    return folder.resolve("polo.db");
  }
}
