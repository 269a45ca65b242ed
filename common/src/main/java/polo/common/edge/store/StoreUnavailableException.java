package polo.common.edge.store;

import org.jspecify.annotations.Nullable;

/// The store did not answer a read. Each worker turns it into a retry in its one place.
public class StoreUnavailableException extends RuntimeException {

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
