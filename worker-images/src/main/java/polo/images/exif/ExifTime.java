package polo.images.exif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the times of EXIF and XMP as written: `2026:07:14 09:15:00`, `2026-07-14T09:15:00.5+02:00`
/// and what lies between. Blank, zero and impossible ones are no times.
public final class ExifTime {

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\s*(\\d{4})[:/-](\\d{1,2})[:/-](\\d{1,2})[ T]+(\\d{1,2}):(\\d{1,2})"
              + "(?::(\\d{1,2})(?:\\.(\\d{1,9})\\d*)?)?\\s*(Z|[+-]\\d{1,2}:?\\d{2})?\\s*");
  private static final Pattern DATE =
      Pattern.compile("\\s*(\\d{4})[:/-](\\d{1,2})[:/-](\\d{1,2})\\s*");
  private static final Pattern OFFSET = Pattern.compile("\\s*([+-])(\\d{1,2}):?(\\d{2})\\s*");

  private ExifTime() {}

  /// A clock's reading.
  ///
  /// @param offset absent when the text had none
  public record Reading(LocalDateTime local, @Nullable ZoneOffset offset) {}

  /// Absent when the text is no time of day on a day of the calendar.
  public static Optional<Reading> reading(String text) {
    Matcher parts = DATE_TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(parts, 1),
              number(parts, 2),
              number(parts, 3),
              number(parts, 4),
              number(parts, 5),
              parts.group(6) == null ? 0 : number(parts, 6),
              nanos(parts.group(7)));
      ZoneOffset offset = parts.group(8) == null ? null : offset(parts.group(8)).orElse(null);
      return local.getYear() == 0 ? Optional.empty() : Optional.of(new Reading(local, offset));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /// The digits behind the second, kept apart by EXIF: `5` and `500` are both half a second. What
  /// is not digits adds nothing.
  public static LocalDateTime withSubSeconds(LocalDateTime time, String digits) {
    String clean = digits.strip();
    boolean valid = !clean.isEmpty() && clean.chars().allMatch(c -> c >= '0' && c <= '9');
    return valid ? time.withNano(nanos(clean.substring(0, Math.min(9, clean.length())))) : time;
  }

  /// `+05:30`, `-0800` or `Z`; absent for anything else.
  public static Optional<ZoneOffset> offset(String text) {
    if (text.strip().equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minutes = number(parts, 2) * 60 + number(parts, 3);
    boolean possible = minutes <= 18 * 60 && number(parts, 3) < 60;
    int sign = "-".equals(parts.group(1)) ? -1 : 1;
    return possible
        ? Optional.of(ZoneOffset.ofTotalSeconds(sign * minutes * 60))
        : Optional.empty();
  }

  /// UTC of the satellites: a date as text, and hours, minutes and seconds as numbers.
  public static Optional<Instant> satellite(String date, double[] time) {
    Matcher parts = DATE.matcher(date);
    if (!parts.matches() || time.length != 3) {
      return Optional.empty();
    }
    double seconds = time[0] * 3600 + time[1] * 60 + time[2];
    // Written positively, so that NaN fails too.
    if (!(seconds >= 0 && seconds < 86_400)) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
      return Optional.of(midnight.plusMillis(Math.round(seconds * 1000)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }
}
