package polo.geo.timeline;

import java.time.Instant;

/// The times of the first and the last fix that came new or was replaced.
public record Change(Instant first, Instant last) {

  public Change {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("ends before it starts: " + first + " .. " + last);
    }
  }
}
