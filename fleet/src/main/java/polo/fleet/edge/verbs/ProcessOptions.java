package polo.fleet.edge.verbs;

import java.io.IOException;
import picocli.CommandLine.Option;
import polo.fleet.edge.config.SettingsCatalog;
import polo.fleet.edge.config.UnknownVariable;
import polo.fleet.edge.process.Role;
import polo.fleet.edge.process.RoleProcess;

/// Where a process of the fleet listens, and its life from start to signal.
final class ProcessOptions {

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Where to listen; 0.0.0.0 is everywhere (default: ${DEFAULT-VALUE}).")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of pages, health and metrics; 0 takes any free one (default: 8080).")
  private int port = 8080;

  /// Runs the role until the process is asked to stop.
  int run(Role role, Stdio stdio) throws IOException, InterruptedException {
    UnknownVariable.among(System.getenv().keySet(), SettingsCatalog.all())
        .forEach(variable -> stdio.say("polo: " + variable.sentence()));
    RoleProcess process = RoleProcess.start(role, address, port);
    Stop stop = Stop.onSignal(process::close, stdio);
    stdio.line("Serving  http://%s:%d".formatted(address, process.port()));
    stdio.line("Kafka    " + process.bootstrap());
    stdio.line("Ready. Stop with Ctrl-C.");
    stdio.out().flush();
    stop.await();
    return ExitCode.OK;
  }
}
