package polo.common.edge.blob;

/// The blob store did not answer. Each worker turns it into a retry in its one place.
public class BlobStoreUnavailableException extends RuntimeException {

  public BlobStoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
