package polo.fleet.edge.embedded;

import java.nio.file.Path;

/// Where an embedded fleet keeps its data and listens. Port 0 means any free one.
///
/// @param store where documents go, if not into the folder
public record FleetOptions(Path data, int consolePort, int kafkaPort, StoreChoice store) {

  public static final int CONSOLE_PORT = 8080;
  public static final int KAFKA_PORT = 19092;

  public FleetOptions(Path data, int consolePort, int kafkaPort) {
    this(data, consolePort, kafkaPort, StoreChoice.NONE);
  }

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
