package polo.testkit.track;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When a phone asks for its position.
///
/// @param every while awake
/// @param asleepEvery while asleep in a stay; absent: never
/// @param settle how long it must stand still to fall asleep; absent: it never sleeps
/// @param wakeMeters how far it must be from where it fell asleep to wake, at least
/// @param wakeMetersMost and at most
public record Sampling(
    Duration every,
    @Nullable Duration asleepEvery,
    @Nullable Duration settle,
    double wakeMeters,
    double wakeMetersMost) {

  private static final Duration SETTLE = Duration.ofMinutes(3);

  /// A fix every so often, come what may.
  public static Sampling alwaysOn(Duration every) {
    return new Sampling(every, null, null, 0, 0);
  }

  /// Silent inside stays. A geofence wakes the phone, so the first fix comes 100 to 500 m after
  /// leaving, as measured on real phones.
  public static Sampling geofenced(Duration every) {
    return new Sampling(every, null, SETTLE, 100, 500);
  }

  /// As [#geofenced], with a sign of life inside stays.
  public static Sampling heartbeat(Duration every, Duration asleepEvery) {
    return new Sampling(every, asleepEvery, SETTLE, 100, 500);
  }
}
