package polo.geo.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import polo.common.time.TimeSpan;

/// Monday to Friday from nine to five by the clock of the place.
final class WorkingHours {

  private static final LocalTime FROM = LocalTime.of(9, 0);
  private static final LocalTime TO = LocalTime.of(17, 0);

  private WorkingHours() {}

  /// How many seconds of the span they are, by day.
  static SortedMap<LocalDate, Double> in(TimeSpan span, ZoneId zone) {
    SortedMap<LocalDate, Double> days = new TreeMap<>();
    LocalDate first = span.start().atZone(zone).toLocalDate();
    LocalDate last = span.end().atZone(zone).toLocalDate();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        TimeSpan hours =
            new TimeSpan(
                day.atTime(FROM).atZone(zone).toInstant(), day.atTime(TO).atZone(zone).toInstant());
        Duration here = span.overlapWith(hours);
        if (here.isPositive()) {
          days.merge(day, here.toMillis() / 1000.0, Double::sum);
        }
      }
    }
    return days;
  }
}
