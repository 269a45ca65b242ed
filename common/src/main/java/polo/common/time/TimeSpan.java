package polo.common.time;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time from `start` up to but without `end`. May be empty, never backwards.
public record TimeSpan(Instant start, Instant end) {

  public TimeSpan {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("ends before it starts: " + start + " .. " + end);
    }
  }

  public Duration duration() {
    return Duration.between(start, end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean overlaps(TimeSpan other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /// Time in common with `other`; zero when they do not meet.
  public Duration overlapWith(TimeSpan other) {
    Instant from = start.isAfter(other.start) ? start : other.start;
    Instant to = end.isBefore(other.end) ? end : other.end;
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }
}
