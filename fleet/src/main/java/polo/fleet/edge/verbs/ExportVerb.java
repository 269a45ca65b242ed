package polo.fleet.edge.verbs;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import polo.common.edge.Stores;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.edge.store.StoreUrl;
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

  @Mixin private StoreOptions storeOptions = new StoreOptions();

  @Option(names = "--user", paramLabel = "U", description = "Only this user.")
  private @Nullable String user;

  private final Stdio stdio;

  public ExportVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    Path file = new FleetOptions(fleet.folder(), 0, 0).documents();
    PoloSettings.Store settings = storeOptions.choice().settings(file);
    if (StoreUrl.parse(settings.url()) instanceof StoreUrl.Sqlite(var kept)
        && !Files.exists(kept)) {
      throw new NoSuchFileException(kept.toString(), null, "no fleet has kept anything here");
    }
    try (DocumentStore store = Stores.open(settings, new SimpleMeterRegistry())) {
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
}
