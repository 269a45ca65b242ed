package polo.images.geotag;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.PhotoPosition;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// Where the user was at an instant, by the user's own track.
///
/// Idea: on a straight line between the fixes before and after, at a steady pace. Between two fixes
/// further apart than `maxGap` nothing is known and nothing is said; before the first and after the
/// last fix the nearest one counts for `maxBeyond`. The limits are exiftool's 30 minutes and a
/// minute (photos hours off the track are its users' complaint, marchyman/GeoTag#66). Linear in the
/// number of fixes.
///
/// @param maxGap between the two fixes around the instant
/// @param maxBeyond the ends of the track
/// @param maxAccuracyMeters a fix that claims a larger radius is left out
public record TrackPosition(Duration maxGap, Duration maxBeyond, double maxAccuracyMeters) {

  public static TrackPosition defaults() {
    return new TrackPosition(Duration.ofMinutes(30), Duration.ofMinutes(1), 200);
  }

  /// The position of the device whose fixes are closest around the instant; absent when no device
  /// knows. Between equals the first list counts.
  ///
  /// @param tracks one a device, each in time order
  public Optional<PhotoPosition> at(Instant instant, List<List<Fix>> tracks) {
    return tracks.stream()
        .map(track -> around(instant, track))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Bracket::span))
        .map(bracket -> bracket.position(instant, confidence(bracket, instant)));
  }

  /// The fixes around an instant; one and the same at the ends of a track.
  private record Bracket(Fix before, Fix after, Duration span) {

    PhotoPosition position(Instant instant, double confidence) {
      double share = share(instant);
      Coordinate from = before.position();
      Coordinate to = after.position();
      double lat = from.latitude() + share * (to.latitude() - from.latitude());
      double lon = from.longitude() + share * turn(to.longitude() - from.longitude());
      return new PhotoPosition(
          rounded(lat), rounded(turn(lon)), altitude(share), "track", confidence);
    }

    private double share(Instant instant) {
      long whole = Duration.between(before.at(), after.at()).toMillis();
      return whole == 0 ? 0 : (double) Duration.between(before.at(), instant).toMillis() / whole;
    }

    private @Nullable Double altitude(double share) {
      Double from = before.altitudeMeters();
      Double to = after.altitudeMeters();
      return from == null || to == null
          ? null
          : Double.valueOf(Math.round((from + share * (to - from)) * 10) / 10.0);
    }

    /// The short way round the globe.
    private static double turn(double degrees) {
      if (degrees > 180) {
        return degrees - 360;
      }
      return degrees < -180 ? degrees + 360 : degrees;
    }

    /// To the precision fixes are stored in, about a centimetre.
    private static double rounded(double degrees) {
      return Math.round(degrees * 1e7) / 1e7;
    }
  }

  /// 1 at a fix, falling with the time to the nearest one: to a half in the middle of the longest
  /// gap, and from a half to a tenth beyond the ends of the track.
  private double confidence(Bracket bracket, Instant instant) {
    long nearest =
        Math.min(
            Duration.between(bracket.before().at(), instant).abs().toMillis(),
            Duration.between(bracket.after().at(), instant).abs().toMillis());
    boolean beyond = nearest > 0 && bracket.before().equals(bracket.after());
    double confidence =
        beyond
            ? 0.5 - 0.4 * nearest / maxBeyond.toMillis()
            : 1 - (double) nearest / maxGap.toMillis();
    return Math.round(100 * confidence) / 100.0;
  }

  private Optional<Bracket> around(Instant instant, List<Fix> track) {
    Fix before = null;
    Fix after = null;
    for (Fix fix : track) {
      if (!isGoodEnough(fix)) {
        continue;
      }
      if (!fix.at().isAfter(instant)) {
        before = fix;
      } else if (after == null) {
        after = fix;
      }
    }
    return bracket(instant, before, after);
  }

  private Optional<Bracket> bracket(Instant instant, @Nullable Fix before, @Nullable Fix after) {
    if (before != null && after != null) {
      Duration gap = Duration.between(before.at(), after.at());
      if (gap.compareTo(maxGap) <= 0) {
        return Optional.of(new Bracket(before, after, gap));
      }
    }
    return nearest(instant, before, after);
  }

  private Optional<Bracket> nearest(Instant instant, @Nullable Fix before, @Nullable Fix after) {
    Bracket last = before == null ? null : beyond(before, Duration.between(before.at(), instant));
    Bracket next = after == null ? null : beyond(after, Duration.between(instant, after.at()));
    if (last != null && next != null) {
      return Optional.of(last.span().compareTo(next.span()) <= 0 ? last : next);
    }
    return Optional.ofNullable(last == null ? next : last);
  }

  private @Nullable Bracket beyond(Fix end, Duration distance) {
    return distance.compareTo(maxBeyond) <= 0 ? new Bracket(end, end, distance) : null;
  }

  private boolean isGoodEnough(Fix fix) {
    return fix.accuracyMeters() == null || fix.accuracyMeters() <= maxAccuracyMeters;
  }
}
