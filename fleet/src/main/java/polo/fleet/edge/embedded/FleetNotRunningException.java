package polo.fleet.edge.embedded;

import java.nio.file.Path;

/// Nobody is there to talk to.
public class FleetNotRunningException extends RuntimeException {

  public FleetNotRunningException(Path data) {
    super("no fleet runs on %s; start one with: polo run --data %s".formatted(data, data));
  }
}
