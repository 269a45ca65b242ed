package polo.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.StoredDocument;

/// What is left when a process that writes is killed, or the disk takes no more.
class SqliteCrashTest {

  private static final int WRITERS = 8;

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void every_acknowledged_write_survives_kill_9() throws IOException {
    List<String> told = new ArrayList<>();
    for (String life : List.of("first", "second", "third")) {
      told.addAll(killedAfter(200, start(life)));
    }

    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      assertThat(told).hasSizeGreaterThanOrEqualTo(600);
      assertAllThere(store, told);
      System.out.printf(
          "kill -9: 3 rounds, 8 writers, %d acknowledged, 0 lost, 0 torn%n", told.size());
    }
  }

  @Test
  void another_process_goes_on_when_one_is_killed() throws IOException {
    Process killed = start("killed");
    Process other = start("other");
    List<String> told = killedAfter(100, killed);

    told.addAll(killedAfter(100, other));

    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      assertAllThere(store, told);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs the shell's limit of file size")
  void a_file_that_may_not_grow_is_answered_and_loses_nothing() throws IOException {
    List<String> told = linesOf(start("full", "ulimit -f 8192; "));

    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      assertThat(told).filteredOn(line -> line.startsWith("ended")).hasSize(WRITERS);
      assertThat(told).filteredOn(line -> line.startsWith("single")).hasSizeGreaterThan(100);
      assertAllThere(store, told);
    }
  }

  private Path file() {
    return folder.resolve("polo.db");
  }

  private Process start(String life) throws IOException {
    return start(life, "");
  }

  private Process start(String life, String before) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        before + "exec \"$0\" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \"$@\"";
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                command,
                java,
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                file().toString(),
                life,
                "" + WRITERS)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    processes.add(process);
    return process;
  }

  /// Kills the process once it told `lines` lines, and answers all it told till then.
  private static List<String> killedAfter(int lines, Process process) throws IOException {
    List<String> told = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told.add(line);
        if (told.size() == lines) {
          process
              .toHandle()
              .destroyForcibly(); // the process's own method would close the pipe, too
        }
      }
    }
    return told;
  }

  private static List<String> linesOf(Process process) throws IOException {
    return killedAfter(Integer.MAX_VALUE, process);
  }

  private static void assertAllThere(DocumentStore store, List<String> told) {
    Map<String, Integer> counted = new HashMap<>();
    for (String line : told) {
      String[] words = line.split(" ", 3);
      if (words[0].equals("single")) {
        int number = Integer.parseInt(words[2]);
        assertThat(body(store, CrashingWriter.single(words[1], number)))
            .isEqualTo(CrashingWriter.body(words[1], number));
      } else if (words[0].equals("counter")) {
        counted.merge(words[1], Integer.parseInt(words[2]), Math::max);
      }
    }
    counted.forEach((writer, number) -> {
      byte[] body = body(store, CrashingWriter.counter(writer));
      int stored = Json.tree(body).get("number").intValue();
      assertThat(stored).isBetween(number, number + 1);
      assertThat(body).isEqualTo(CrashingWriter.body(writer, stored));
    });
  }

  private static byte[] body(DocumentStore store, DocumentKey key) {
    return store.get(key).map(StoredDocument::json).orElseThrow();
  }
}
