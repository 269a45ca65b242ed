package polo.fleet.edge.verbs;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import polo.fleet.edge.process.Role;

/// `polo console`: the pages, without a worker.
@Command(
    name = "console",
    description = {
      "Serve the console of a fleet until it is stopped.",
      "",
      "It reads the store and the blobs that POLO_* settings name, as the workers do."
    },
    footer = {"%nExample:", "  POLO_KAFKA_BOOTSTRAP=kafka:9092 polo console --port 8080"})
public final class ConsoleVerb implements Callable<Integer> {

  @Mixin private ProcessOptions options = new ProcessOptions();

  private final Stdio stdio;

  public ConsoleVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return options.run(Role.CONSOLE, stdio);
  }
}
