package polo.testkit.network;

import java.time.Duration;

/// How a connection behaves.
///
/// @param there what becomes of bytes on their way to the server
/// @param back what becomes of the answers
/// @param delay how long each piece is held up, either way
public record Link(Way there, Way back, Duration delay) {

  /// One direction of a connection.
  public enum Way {
    OPEN,
    /// Bytes vanish, and nobody is told.
    SILENT
  }

  public static final Link GOOD = slow(Duration.ZERO);

  /// Both sides believe to be connected, nothing arrives.
  public static final Link BLACK_HOLE = new Link(Way.SILENT, Way.SILENT, Duration.ZERO);

  /// What is asked arrives, the answer does not: whoever asked cannot know what was done.
  public static final Link HALF_OPEN = new Link(Way.OPEN, Way.SILENT, Duration.ZERO);

  /// Every piece comes late.
  public static Link slow(Duration delay) {
    return new Link(Way.OPEN, Way.OPEN, delay);
  }
}
