package polo.images.exif;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.TakenAt;
import polo.common.earth.Coordinate;

/// Finds out when a photo was taken. A camera's clock shows local time and often nothing else; the
/// offset is taken from the best witness there is, and the document says which:
///
/// 1. `exif-offset`: the camera wrote it;
/// 2. `gps-utc`: the difference between the camera's clock and the satellites';
/// 3. `position-zone`: the zone in force where the photo was taken;
/// 4. `user-zone`: the zone the user's app was in;
/// 5. `unknown`: local time only, no instant.
///
/// @param zoneAt the time zone at a position, when one is known
public record TakenAtRule(Function<Coordinate, Optional<ZoneId>> zoneAt) {

  /// How far a real difference may be from an offset that is in use. A fix older than that is no
  /// witness: the position's zone knows better.
  private static final Duration GPS_TOLERANCE = Duration.ofMinutes(5);

  /// Offsets in use that are not whole hours, in minutes
  /// (https://data.iana.org/time-zones/tz-link.html).
  private static final int[] BROKEN_HOURS = {
    -570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825
  };

  public Optional<TakenAt> of(PhotoFacts facts, @Nullable ZoneId userZone) {
    CameraClock clock = facts.clock();
    Optional<ZoneId> positionZone = coordinate(facts).flatMap(zoneAt);
    if (clock.local() != null) {
      return Optional.of(ofClock(clock.local(), clock, positionZone, userZone));
    }
    return Optional.ofNullable(clock.gps())
        .map(gps -> ofSatellite(gps, positionZone.orElse(userZone)));
  }

  private static TakenAt ofClock(
      LocalDateTime local,
      CameraClock clock,
      Optional<ZoneId> positionZone,
      @Nullable ZoneId userZone) {
    if (clock.offset() != null) {
      return taken(local, clock.offset(), "exif-offset");
    }
    Optional<ZoneOffset> difference =
        Optional.ofNullable(clock.gps()).flatMap(gps -> difference(local, gps));
    if (difference.isPresent()) {
      return taken(local, difference.get(), "gps-utc");
    }
    if (positionZone.isPresent()) {
      return taken(local, positionZone.get().getRules().getOffset(local), "position-zone");
    }
    if (userZone != null) {
      return taken(local, userZone.getRules().getOffset(local), "user-zone");
    }
    return new TakenAt(local, null, null, "unknown");
  }

  /// Only the satellites know: the instant is sure, the local time is that of the zone, or UTC.
  private static TakenAt ofSatellite(Instant gps, @Nullable ZoneId zone) {
    ZoneOffset offset = zone == null ? ZoneOffset.UTC : zone.getRules().getOffset(gps);
    return new TakenAt(LocalDateTime.ofInstant(gps, offset), offset, gps, "gps-utc");
  }

  private static TakenAt taken(LocalDateTime local, ZoneOffset offset, String source) {
    return new TakenAt(local, offset, local.toInstant(offset), source);
  }

  /// The offset in use nearest to the difference of the clocks; absent when none is near.
  private static Optional<ZoneOffset> difference(LocalDateTime local, Instant gps) {
    Duration difference = Duration.between(gps, local.toInstant(ZoneOffset.UTC));
    double minutes = difference.toMillis() / 60_000.0;
    int nearest = (int) Math.round(minutes / 60) * 60;
    for (int candidate : BROKEN_HOURS) {
      if (Math.abs(minutes - candidate) < Math.abs(minutes - nearest)) {
        nearest = candidate;
      }
    }
    boolean inUse = nearest >= -12 * 60 && nearest <= 14 * 60;
    boolean near = Math.abs(minutes - nearest) * 60_000 <= GPS_TOLERANCE.toMillis();
    return inUse && near ? Optional.of(ZoneOffset.ofTotalSeconds(nearest * 60)) : Optional.empty();
  }

  private static Optional<Coordinate> coordinate(PhotoFacts facts) {
    return Optional.ofNullable(facts.position())
        .map(position -> new Coordinate(position.lat(), position.lon()));
  }
}
