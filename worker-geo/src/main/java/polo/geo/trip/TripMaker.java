package polo.geo.trip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Leg;
import polo.common.document.Trip;
import polo.geo.stay.Halt;
import polo.geo.track.Fingerprint;
import polo.geo.track.Flagger;
import polo.geo.track.Precision;

/// Makes a trip of a movement, from the last fix of the stay it leaves to the first of the stay it
/// reaches. Distance and speeds are those of the smoothed way; there is none in a wait.
///
/// @param leastMeters a movement that does not join two stays is a trip only if it gets so far
/// @param climb how ascent is summed
/// @param silence a pause so long lowers the confidence
/// @param detours not made
/// @param smoother of the way
/// @param legs by mode
public record TripMaker(
    double leastMeters,
    Climb climb,
    Duration silence,
    Detours detours,
    Smoother smoother,
    LegMaker legs) {

  public static final TripMaker DEFAULT =
      new TripMaker(
          100,
          Climb.DEFAULT,
          Duration.ofMinutes(10),
          Detours.DEFAULT,
          Smoother.DEFAULT,
          LegMaker.DEFAULT);

  private static final double SEEN_CONFIDENCE = 0.95;
  private static final double UNSEEN_CONFIDENCE = 0.5;

  /// The trip, without places and stays; empty when the movement is none.
  public Optional<Trip> tripOf(Movement movement, Flagger flags) {
    if (movement.endMillis() <= movement.startMillis()) {
      return Optional.empty();
    }
    Path path = detours.without(Path.of(movement, flags));
    boolean joinsStays = movement.leaves() && movement.reaches();
    return joinsStays || path.reachMeters() >= leastMeters
        ? Optional.of(trip(movement, path))
        : Optional.empty();
  }

  private Trip trip(Movement movement, Path path) {
    boolean unseen = movement.leaves() && movement.reaches() && path.size() <= 2;
    double seconds = (movement.endMillis() - movement.startMillis()) / 1000.0;
    SmoothPath smooth = smoother.smooth(path);
    List<Leg> own = legs.legs(movement, smooth);
    double meters = own.stream().mapToDouble(Leg::distanceMeters).sum();
    double averageMps = meters / seconds;
    double maxMps = Speeds.of(smooth).quantile(0.99, 0);
    return new Trip(
        Fingerprint.of(path.track().userId(), movement.startMillis(), movement.endMillis()).id('t'),
        Instant.ofEpochMilli(movement.startMillis()),
        Instant.ofEpochMilli(movement.endMillis()),
        null,
        null,
        null,
        null,
        Precision.meters(meters),
        seconds,
        Precision.mps(averageMps),
        Precision.mps(Math.max(averageMps, maxMps)),
        climb(path),
        unseen,
        Precision.confidence(confidence(unseen, path, seconds)),
        own,
        movement.halts().stream().map(Halt::toWait).toList());
  }

  private @Nullable Double climb(Path path) {
    Double meters = climb.meters(path);
    return meters == null ? null : Precision.meters(meters);
  }

  private double confidence(boolean unseen, Path path, double seconds) {
    if (unseen) {
      return UNSEEN_CONFIDENCE;
    }
    double pause = path.longestPauseMillis() / 1000.0;
    double silent = pause < silence.toSeconds() ? 0 : Math.min(1, pause / seconds);
    return SEEN_CONFIDENCE - (SEEN_CONFIDENCE - UNSEEN_CONFIDENCE) * silent;
  }
}
