package polo.fleet.edge.verbs;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import polo.common.edge.store.Documents;
import polo.common.edge.store.SqliteDocumentStore;
import polo.fleet.edge.documents.ExportedLines;
import polo.fleet.edge.documents.Travels;
import polo.fleet.edge.embedded.FleetOptions;

/// `polo export`: the documents of a fleet as lines.
@Command(
    name = "export",
    description = {
      "Print the documents of a fleet, running or not, as NDJSON.",
      "",
      "The same lines as derive and photo print, sorted, so that two states can be compared with"
          + " diff."
    },
    footer = {
      "%nExamples:",
      "  polo export > travels.ndjson",
      "  polo export --user ada --data /var/lib/polo"
    })
public final class ExportVerb implements Callable<Integer> {

  @Mixin private FleetOption fleet = new FleetOption();

  @Option(names = "--user", paramLabel = "U", description = "Only this user.")
  private @Nullable String user;

  private final Stdio stdio;

  public ExportVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    try (SqliteDocumentStore store = store()) {
      Documents documents = new Documents(store);
      List<String> users = user == null ? Travels.users(documents) : List.of(user);
      Writer out = new OutputStreamWriter(stdio.out(), StandardCharsets.UTF_8);
      ExportedLines lines = new ExportedLines(out);
      for (String each : users) {
        lines.write(Travels.of(each, documents));
      }
      out.flush();
    }
    return ExitCode.OK;
  }

  private SqliteDocumentStore store() throws NoSuchFileException {
    Path file =
        fleet
            .elsewhere()
            .map(settings -> settings.store().sqlite())
            .orElseGet(() -> new FleetOptions(fleet.folder(), 0, 0).documents());
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no fleet has kept anything here");
    }
    return SqliteDocumentStore.open(file);
  }
}
