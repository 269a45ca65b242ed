package polo.geo.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import polo.common.time.TimeSpan;

/// Counts nights: the hours from two to five of a local morning, when people are where they sleep.
final class Nights {

  private static final LocalTime FROM = LocalTime.of(2, 0);
  private static final LocalTime TO = LocalTime.of(5, 0);

  /// When a clock is put forward at night, its hours are one less; nowhere two. Shorter stays,
  /// which most are, need no calendar.
  private static final Duration LEAST = Duration.between(FROM, TO).minusHours(2);

  private Nights() {}

  /// How many nights lie wholly in the span.
  static long in(TimeSpan span, ZoneId zone) {
    return dates(span, zone).size();
  }

  /// The mornings of those nights.
  static List<LocalDate> dates(TimeSpan span, ZoneId zone) {
    if (span.duration().compareTo(LEAST) < 0) {
      return List.of();
    }
    LocalDate first = span.start().atZone(zone).toLocalDate();
    LocalDate last = span.end().atZone(zone).toLocalDate();
    return first.datesUntil(last.plusDays(1)).filter(day -> isIn(span, day, zone)).toList();
  }

  private static boolean isIn(TimeSpan span, LocalDate day, ZoneId zone) {
    Instant from = day.atTime(FROM).atZone(zone).toInstant();
    Instant to = day.atTime(TO).atZone(zone).toInstant();
    return !from.isBefore(span.start()) && !to.isAfter(span.end());
  }
}
