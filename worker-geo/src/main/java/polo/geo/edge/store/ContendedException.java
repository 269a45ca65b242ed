package polo.geo.edge.store;

import java.util.Set;
import polo.common.document.DocumentKey;

/// Someone else kept changing what this worker was about to write. The whole step is done again.
final class ContendedException extends RuntimeException {

  private final String what;
  private final transient Set<DocumentKey> left;

  ContendedException(String what) {
    this(what, Set.of());
  }

  /// @param left items' documents that may be there though nothing names them
  ContendedException(String what, Set<DocumentKey> left) {
    super(what + " kept changing under us");
    this.what = what;
    this.left = Set.copyOf(left);
  }

  String what() {
    return what;
  }

  Set<DocumentKey> left() {
    return left;
  }
}
