package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the README, as processes, on a data folder of their own.
class EmbeddedFleetIT {

  @TempDir Path folder;

  @Test
  void the_demo_ends_well_and_a_second_run_changes_no_document()
      throws IOException, InterruptedException {
    String data = folder.resolve("demo").toString();
    String[] demo = {"demo", "--exit", "--data", data, "--port", "0", "--kafka-port", "0"};

    List<String> first = output(demo);
    List<String> exported = output("export", "--data", data);
    List<String> second = output(demo);

    assertThat(first).anyMatch(line -> line.contains("Lisbon"));
    assertThat(second).anyMatch(line -> line.contains("none changed"));
    assertThat(output("export", "--data", data)).isEqualTo(exported);
  }

  @Test
  void the_documents_of_an_import_say_what_derive_says_of_the_same_file()
      throws IOException, InterruptedException {
    Path file = SampleFiles.history(folder, 3, 4);
    Path data = folder.resolve("data");

    try (PoloProcess _ =
        PoloProcess.start(
                folder, "run", "--data", data.toString(), "--port", "0", "--kafka-port", "0")
            .awaitFleet(data)) {
      output("import", file.toString(), "--data", data.toString(), "--wait");
      List<String> running = output("export", "--data", data.toString());

      assertThat(running).isNotEmpty().isEqualTo(output("derive", file.toString()));
    }
  }

  private List<String> output(String... arguments) throws IOException, InterruptedException {
    try (PoloProcess polo = PoloProcess.start(folder, arguments)) {
      assertThat(polo.exitCode()).as("exit code of polo %s", List.of(arguments)).isZero();
      return polo.lines();
    }
  }
}
