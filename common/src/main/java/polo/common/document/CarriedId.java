package polo.common.document;

import java.time.Instant;
import polo.common.time.TimeSpan;

/// An id that outlived a change of the derivation: the item that is there then goes by it, instead
/// of the id it is derived with.
///
/// @param id as it was given by an earlier derivation
/// @param start of the item when it was first derived by the later one
/// @param end likewise
public record CarriedId(Kind kind, String id, Instant start, Instant end) {

  /// What goes by the id.
  public enum Kind {
    STAY,
    TRIP,
    JOURNEY
  }

  public TimeSpan span() {
    return new TimeSpan(start, end);
  }
}
