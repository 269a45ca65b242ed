package polo.fleet.edge.embedded;

/// Settings make no sense; the message says why, to people.
public final class BadSettingsException extends RuntimeException {

  public BadSettingsException(String message) {
    super(message);
  }

  public BadSettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
