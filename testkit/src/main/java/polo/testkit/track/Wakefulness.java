package polo.testkit.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// Whether a phone is awake: it falls asleep when it has stood still for a while, and wakes when it
/// is far enough away.
final class Wakefulness {

  private static final Duration GEOFENCE_CHECK = Duration.ofSeconds(2);
  // Clocks of receivers are not metronomes.
  private static final double JITTER = 0.04;

  private final Sampling sampling;
  private final Random random;
  private @Nullable Coordinate bed;
  private double wakeMeters;

  Wakefulness(Sampling sampling, Random random) {
    this.sampling = sampling;
    this.random = random;
  }

  /// @param asks whether the phone asks for a position now
  /// @param next when to look again
  record Look(boolean asks, Instant next) {}

  Look lookAt(Passage passage, Instant now) {
    return switch (passage) {
      case TrueStay stay -> stayLook(stay, now);
      case TrueLeg leg -> legLook(leg, now);
    };
  }

  private Look stayLook(TrueStay stay, Instant now) {
    Duration settle = sampling.settle();
    if (settle == null) {
      return new Look(true, later(now, sampling.every()));
    }
    boolean asleep = bed != null || !now.isBefore(stay.span().start().plus(settle));
    if (!asleep) {
      return new Look(true, later(now, sampling.every()));
    }
    if (bed == null) {
      fallAsleep(stay.spot().position());
    }
    Duration asleepEvery = sampling.asleepEvery();
    if (asleepEvery == null) {
      return new Look(false, stay.span().end());
    }
    Instant next = later(now, asleepEvery);
    return new Look(true, next.isBefore(stay.span().end()) ? next : stay.span().end());
  }

  private Look legLook(TrueLeg leg, Instant now) {
    if (bed != null && leg.positionAt(now).metersTo(bed) < wakeMeters) {
      return new Look(false, now.plus(GEOFENCE_CHECK));
    }
    bed = null;
    Duration sparse = leg.move().sparse();
    return new Look(true, later(now, sparse == null ? sampling.every() : sparse));
  }

  private void fallAsleep(Coordinate where) {
    bed = where;
    wakeMeters =
        sampling.wakeMeters()
            + random.nextDouble() * (sampling.wakeMetersMost() - sampling.wakeMeters());
  }

  private Instant later(Instant now, Duration interval) {
    double factor = 1 + JITTER * (random.nextDouble() * 2 - 1);
    return now.plusMillis(Math.max(1, Math.round(interval.toMillis() * factor)));
  }
}
