package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import polo.fleet.edge.demo.Demo;
import polo.fleet.edge.embedded.EmbeddedFleet;
import polo.fleet.edge.embedded.FleetOptions;
import polo.fleet.edge.progress.Progress;

/// `polo demo`: the whole fleet, a sample journey, and what came out.
@Command(
    name = "demo",
    description = {
      "Run the whole fleet on a sample journey and show what came out.",
      "",
      "Stays up with a URL until Ctrl-C. A second run on the same data changes no document."
    },
    footer = {
      "%nExamples:",
      "  polo demo",
      "  polo demo --exit --data /tmp/polo-demo",
      "%nExit code 0 only if every job ended as it should."
    })
public final class DemoVerb implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data/demo");

  @Option(names = "--exit", description = "End after the summary.")
  private boolean exit;

  @Mixin private PortOptions ports = new PortOptions();

  private final Stdio stdio;

  public DemoVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    stdio.say("Starting broker, store and workers ...");
    EmbeddedFleet fleet = EmbeddedFleet.start(new FleetOptions(data, ports.console, ports.kafka));
    Stop stop = Stop.onSignal(fleet::close, stdio);
    boolean good;
    try (Progress progress = Progress.throughItems("jobs", stdio.err())) {
      good = new Demo(fleet, stdio).run(backlog -> progress.left(backlog.total()));
    }
    stdio.line("Data       " + data.toAbsolutePath());
    stdio.line("Console    " + fleet.address().console());
    if (!good) {
      stdio.say("Some jobs did not end as they should.");
    }
    stdio.out().flush();
    if (!exit) {
      stdio.say("Stop with Ctrl-C.");
      stop.await();
    }
    return good ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}
