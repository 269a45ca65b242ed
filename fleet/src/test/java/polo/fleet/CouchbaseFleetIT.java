package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;

/// The fleet on Couchbase, as processes over the wire double: what it keeps there is what it keeps
/// in SQLite.
class CouchbaseFleetIT {

  @TempDir Path folder;
  private CouchbaseDouble couchbase;
  private Path password;

  @BeforeEach
  void start() throws IOException {
    couchbase = CouchbaseDouble.start(BucketSettings.named("polo"));
    password = Files.writeString(folder.resolve("password"), CouchbaseDouble.PASSWORD + "\n");
  }

  @AfterEach
  void stop() {
    couchbase.close();
  }

  @Test
  void the_documents_are_those_of_sqlite() throws IOException, InterruptedException {
    Path file = SampleFiles.history(folder, 3, 4);
    output(withStore("init"));

    imported(file, folder.resolve("couchbase"), withStore("run"));
    imported(file, folder.resolve("sqlite"), List.of("run"));

    List<String> exported = output(withStore("export"));
    assertThat(exported)
        .isNotEmpty()
        .isEqualTo(output(List.of("export", "--data", folder.resolve("sqlite").toString())));
  }

  @Test
  void setting_up_again_changes_nothing_and_a_dry_run_never_does()
      throws IOException, InterruptedException {
    int dry = PoloProcess.run(folder, with(withStore("init"), "--dry-run"));
    assertThat(dry).isEqualTo(1);
    assertThat(couchbase.collections()).containsExactly("_default._default");

    List<String> first = output(withStore("init"));
    long changes = couchbase.lastSequence();
    List<String> second = output(withStore("init"));

    assertThat(first).anyMatch(line -> line.contains("travel.trip") && line.contains("created"));
    assertThat(second).noneMatch(line -> line.contains("created"));
    assertThat(couchbase.lastSequence()).isEqualTo(changes);
  }

  @Test
  void a_standby_that_resolves_conflicts_otherwise_is_refused()
      throws IOException, InterruptedException {
    try (CouchbaseDouble standby =
        CouchbaseDouble.start(BucketSettings.named("polo").withConflictResolution("seqno"))) {
      int exit =
          PoloProcess.run(folder, with(withStore("init"), "--standby", standby.connectionString()));

      assertThat(exit).isEqualTo(1);
    }
  }

  private void imported(Path file, Path data, List<String> run)
      throws IOException, InterruptedException {
    String[] command = with(run, "--data", data.toString(), "--port", "0", "--kafka-port", "0");
    try (PoloProcess _ = PoloProcess.start(folder, command).awaitFleet(data)) {
      output(List.of("import", file.toString(), "--data", data.toString(), "--wait"));
    }
  }

  private List<String> withStore(String verb) {
    return List.of(
        verb,
        "--store",
        couchbase.connectionString(),
        "--store-user",
        CouchbaseDouble.USER,
        "--store-password-file",
        password.toString());
  }

  private static String[] with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private List<String> output(List<String> command) throws IOException, InterruptedException {
    try (PoloProcess polo = PoloProcess.start(folder, command.toArray(String[]::new))) {
      assertThat(polo.exitCode()).as("exit code of polo %s", command).isZero();
      return polo.lines();
    }
  }
}
