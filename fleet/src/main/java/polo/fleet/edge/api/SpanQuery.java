package polo.fleet.edge.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import polo.common.time.TimeSpan;

/// `?from&to` of a request: each a day, meaning its start in UTC, or a moment with its offset.
final class SpanQuery {

  private static final Duration MOST = Duration.ofDays(400);

  private SpanQuery() {}

  /// Throws [RequestRefusedException] when it makes no sense, or is more than one answer should
  /// hold.
  static TimeSpan of(String from, String to) {
    Instant start = moment("from", from);
    Instant end = moment("to", to);
    if (!start.isBefore(end)) {
      throw refused("from must be before to");
    }
    if (Duration.between(start, end).compareTo(MOST) > 0) {
      throw refused("ask for at most %d days at once".formatted(MOST.toDays()));
    }
    return new TimeSpan(start, end);
  }

  /// Likewise, of any length.
  static Instant moment(String name, String text) {
    try {
      Instant moment =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      if (moment.isBefore(Instant.EPOCH) || !moment.isBefore(END)) {
        throw refused(name + " is no time anybody recorded: " + text);
      }
      return moment;
    } catch (DateTimeException e) {
      throw refused(name + " is neither 2026-07-14 nor 2026-07-14T12:00:00Z: " + text);
    }
  }

  /// After all time.
  static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  static RequestRefusedException refused(String detail) {
    return new RequestRefusedException(ProblemCode.REQUEST_INVALID, detail);
  }
}
