package polo.fleet.edge.files;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/// The times people write into files, as milliseconds since 1970: Unix seconds with decimals, Unix
/// milliseconds, or ISO 8601 with or without an offset (then UTC).
///
/// Fractions of a millisecond are cut off, as in stored fixes. Digits are read as digits, never by
/// way of a double, which would lose a millisecond here and there.
final class FixTime {

  /// Not a time.
  static final long NONE = Long.MIN_VALUE;

  /// From here on a number is milliseconds: as seconds it would lie in the year 5138.
  private static final long MILLIS_FROM = 100_000_000_000L;

  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  private FixTime() {}

  static long parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /// The time written there, or [#NONE].
  static long parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int i = negative ? from + 1 : from;
    int firstDigit = i;
    long whole = 0;
    while (i < to && i - firstDigit < 16 && isDigit(bytes[i])) {
      whole = whole * 10 + (bytes[i++] - '0');
    }
    if (i == firstDigit) {
      return slowly(bytes, from, to);
    }
    int thousandths = 0;
    boolean rest = false;
    if (i < to && bytes[i] == '.') {
      int point = i++;
      for (; i < to && isDigit(bytes[i]); i++) {
        if (i - point <= 3) {
          thousandths += (bytes[i] - '0') * weight(i - point);
        } else {
          rest |= bytes[i] != '0';
        }
      }
    }
    if (i < to) {
      return slowly(bytes, from, to);
    }
    return whole >= MILLIS_FROM
        ? signed(whole, thousandths > 0 || rest, negative)
        : signed(whole * 1000 + thousandths, rest, negative);
  }

  /// Cut towards the past, whatever the sign.
  private static long signed(long millis, boolean rest, boolean negative) {
    return sane(negative ? -millis - (rest ? 1 : 0) : millis);
  }

  private static int weight(int place) {
    return place == 1 ? 100 : place == 2 ? 10 : 1;
  }

  private static long slowly(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    double number = Decimals.parse(text);
    return Double.isNaN(number) ? iso(text) : scientific(text, number);
  }

  /// Data tools write large numbers as 1.58E9.
  private static long scientific(String text, double number) {
    boolean isTime = Math.abs(number) >= 1 && Math.abs(number) < 1e16;
    return isTime ? parse(new BigDecimal(text).toPlainString()) : NONE;
  }

  private static long iso(String text) {
    // RFC 3339 allows a blank between date and time.
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text;
    try {
      TemporalAccessor time = ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
      return sane(
          time instanceof OffsetDateTime zoned
              ? zoned.toInstant().toEpochMilli()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return NONE;
    }
  }

  private static String withT(String text) {
    return text.substring(0, 10) + "T" + text.substring(11).replace(" ", "");
  }

  private static long sane(long millis) {
    return millis >= FIRST && millis <= LAST ? millis : NONE;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
