package polo.fleet.edge.verbs;

import picocli.CommandLine.Option;
import polo.fleet.edge.embedded.FleetOptions;

/// Where an embedded fleet listens. Loopback only.
final class PortOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the console; 0 takes any free one (default: ${DEFAULT-VALUE}).")
  int console = FleetOptions.CONSOLE_PORT;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Port of the broker; 0 takes any free one (default: ${DEFAULT-VALUE}).")
  int kafka = FleetOptions.KAFKA_PORT;
}
