package polo.geo.track;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a phone believes its owner is doing, in the words of no maker.
public enum Activity {
  /// Nothing was said, or nothing that tells of a mode of travel: still, tilting, unknown.
  UNTOLD,
  WALKING,
  RUNNING,
  /// Walking or running.
  ON_FOOT,
  CYCLING,
  RIDING;

  /// As iPhones, Android and recorders say it, in any case.
  static Activity of(@Nullable String hint) {
    if (hint == null) {
      return UNTOLD;
    }
    return switch (hint.toLowerCase(Locale.ROOT)) {
      case "walking" -> WALKING;
      case "running" -> RUNNING;
      case "on_foot" -> ON_FOOT;
      case "cycling", "on_bicycle" -> CYCLING;
      case "automotive", "in_vehicle", "driving" -> RIDING;
      default -> UNTOLD;
    };
  }
}
