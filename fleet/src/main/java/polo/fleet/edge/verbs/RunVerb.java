package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import polo.common.edge.settings.PoloSettings;
import polo.fleet.edge.embedded.EmbeddedFleet;
import polo.fleet.edge.embedded.FleetOptions;

/// `polo run`: the embedded fleet as a service.
@Command(
    name = "run",
    description = {
      "Run the whole fleet in one process until it is stopped.",
      "",
      "Everything it knows lies in the data folder and is there again after a restart, however the"
          + " process ended."
    },
    footer = {
      "%nExamples:",
      "  polo run --data /var/lib/polo --port 8080",
      "  polo run --store couchbase://db1,db2 --store-user polo --store-password-file /run/secrets/db"
    })
public final class RunVerb implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Mixin private PortOptions ports = new PortOptions();

  @Mixin private StoreOptions store = new StoreOptions();

  private final Stdio stdio;

  public RunVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FleetOptions options = new FleetOptions(data, ports.console, ports.kafka, store.choice());
    PoloSettings.Store documents = options.store().settings(options.documents());
    EmbeddedFleet fleet = EmbeddedFleet.start(options);
    Stop stop = Stop.onSignal(fleet::close, stdio);
    stdio.line("Console  " + fleet.address().console());
    stdio.line("Kafka    " + fleet.address().bootstrap());
    stdio.line("Data     " + data.toAbsolutePath());
    stdio.line("Store    " + documents.url());
    stdio.line("Ready. Stop with Ctrl-C.");
    stdio.out().flush();
    stop.await();
    return ExitCode.OK;
  }
}
