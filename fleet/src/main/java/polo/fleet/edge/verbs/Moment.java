package polo.fleet.edge.verbs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A moment as people say it: `90s`, `30m`, `2h` or `3d` ago, `2026-11-25` (its start in UTC), or
/// `2026-11-25T14:00:00Z`.
record Moment(Instant instant) {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

  static Moment parse(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    try {
      if (ago.matches()) {
        return new Moment(now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1)))));
      }
      return new Moment(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is no moment: 2h, 3d, 2026-11-25 or 2026-11-25T14:00:00Z".formatted(text));
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  /// For options.
  static final class Converter implements ITypeConverter<Moment> {
    @Override
    public Moment convert(String text) {
      return parse(text, Instant.now());
    }
  }
}
