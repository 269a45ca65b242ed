package polo.geo.trip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Leg;
import polo.common.document.Trip;
import polo.common.earth.Polyline;
import polo.geo.stay.Halt;
import polo.geo.track.Fingerprint;
import polo.geo.track.Flagger;
import polo.geo.track.Precision;

/// Makes a trip of a movement, from the last fix of the stay it leaves to the first of the stay it
/// reaches: one leg. Distance and speeds are those of the smoothed way.
///
/// @param leastMeters a movement that does not join two stays is a trip only if it gets so far
/// @param toleranceMeters by which the polyline may miss a fix
/// @param climbMeters the least rise that counts as one
/// @param silence a pause so long lowers the confidence
/// @param detours not made
/// @param smoother of the way
/// @param modes how the mode is told
public record TripMaker(
    double leastMeters,
    double toleranceMeters,
    double climbMeters,
    Duration silence,
    Detours detours,
    Smoother smoother,
    ModeRules modes) {

  public static final TripMaker DEFAULT =
      new TripMaker(
          100,
          10,
          10,
          Duration.ofMinutes(10),
          Detours.DEFAULT,
          Smoother.DEFAULT,
          ModeRules.DEFAULT);

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
    double meters = smooth.meters();
    Speeds speeds = Speeds.of(smooth);
    double averageMps = meters / seconds;
    ModeRules.Verdict verdict =
        unseen ? modes.unseen(meters, seconds) : modes.verdict(speeds, meters);
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
        Precision.mps(Math.max(averageMps, speeds.quantile(0.99, 0))),
        climb(path),
        unseen,
        Precision.confidence(confidence(unseen, path, seconds)),
        List.of(leg(movement, smooth, meters, verdict)),
        movement.halts().stream().map(Halt::toWait).toList());
  }

  private @Nullable Double climb(Path path) {
    Double meters = new Climb(climbMeters).meters(path);
    return meters == null ? null : Precision.meters(meters);
  }

  private Leg leg(Movement movement, SmoothPath path, double meters, ModeRules.Verdict verdict) {
    return new Leg(
        Instant.ofEpochMilli(movement.startMillis()),
        Instant.ofEpochMilli(movement.endMillis()),
        verdict.mode(),
        Precision.confidence(verdict.confidence()),
        Precision.meters(meters),
        Polyline.encode(new Simplifier(toleranceMeters).simplified(path)));
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
