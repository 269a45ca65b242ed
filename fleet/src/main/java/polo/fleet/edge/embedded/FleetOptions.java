package polo.fleet.edge.embedded;

import java.nio.file.Path;

/// Where an embedded fleet keeps its data and listens. Port 0 means any free one.
public record FleetOptions(Path data, int consolePort, int kafkaPort) {

  public static final int CONSOLE_PORT = 8080;
  public static final int KAFKA_PORT = 19092;

  public Path kafkaFolder() {
    return data.resolve("kafka");
  }

  public Path documents() {
    return data.resolve("polo.db");
  }

  public Path blobs() {
    return data.resolve("blobs");
  }
}
