package polo.common.edge.standby;

/// Somebody else switches at the same time, and was first. Whoever is told so does nothing more:
/// the other one decides now.
public final class OvertakenException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  OvertakenException(StoreEpoch inForce) {
    super(
        "somebody else switches at the same time: epoch %d is in force (%s%s)"
            .formatted(inForce.number(), inForce.active(), inForce.fenced() ? ", fenced" : ""));
  }
}
