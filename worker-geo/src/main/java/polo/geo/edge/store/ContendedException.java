package polo.geo.edge.store;

/// Someone else kept changing what this worker was about to write. The whole step is done again.
final class ContendedException extends RuntimeException {

  ContendedException(String what) {
    super(what + " kept changing under us");
  }
}
