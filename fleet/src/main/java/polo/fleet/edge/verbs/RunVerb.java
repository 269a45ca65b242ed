package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
    footer = {"%nExample:", "  polo run --data /var/lib/polo --port 8080"})
public final class RunVerb implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Mixin private PortOptions ports = new PortOptions();

  private final Stdio stdio;

  public RunVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    EmbeddedFleet fleet = EmbeddedFleet.start(new FleetOptions(data, ports.console, ports.kafka));
    Stop stop = Stop.onSignal(fleet::close, stdio);
    stdio.line("Console  " + fleet.address().console());
    stdio.line("Kafka    " + fleet.address().bootstrap());
    stdio.line("Data     " + data.toAbsolutePath());
    stdio.line("Ready. Stop with Ctrl-C.");
    stdio.out().flush();
    stop.await();
    return ExitCode.OK;
  }
}
