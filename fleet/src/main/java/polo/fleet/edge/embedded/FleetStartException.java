package polo.fleet.edge.embedded;

/// The fleet cannot start here; the message says why and what to do.
public class FleetStartException extends RuntimeException {

  public FleetStartException(String message) {
    super(message);
  }
}
