package polo.geo.edge.provider;

import java.time.Duration;

/// How a provider may be called.
///
/// @param every time between calls, for the whole fleet
/// @param failures in a row after which it is left alone
/// @param coolDown for how long at first; doubled with every failure after that
/// @param longest no pause is longer, whoever asks for it
public record Pace(Duration every, int failures, Duration coolDown, Duration longest) {

  public Pace {
    if (every.isNegative() || failures < 1 || longest.compareTo(coolDown) < 0) {
      throw new IllegalArgumentException("needs every >= 0, failures >= 1, coolDown <= longest");
    }
  }

  public static Pace of(Duration every) {
    return new Pace(every, 3, Duration.ofSeconds(10), Duration.ofMinutes(10));
  }

  Pace noFasterThan(Duration pause) {
    return new Pace(every.compareTo(pause) < 0 ? pause : every, failures, coolDown, longest);
  }

  /// How long it is left alone after so many failures in a row; not at all when they are few.
  Duration coolDownAfter(int failed) {
    if (failed < failures) {
      return Duration.ZERO;
    }
    Duration pause = coolDown.multipliedBy(1L << Math.min(failed - failures, 20));
    return shorter(pause, longest);
  }

  Duration atMostLongest(Duration pause) {
    return shorter(pause, longest);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
