package polo.geo.edge.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// Which month's document a moment belongs to.
final class Months {

  private Months() {}

  static YearMonth of(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }

  static Instant startOf(YearMonth month) {
    LocalDate first = month.atDay(1);
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
