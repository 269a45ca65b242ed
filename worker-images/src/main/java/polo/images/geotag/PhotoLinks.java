package polo.images.geotag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.CameraClocks;
import polo.common.document.Photo;
import polo.common.document.Photo.ClockCorrection;
import polo.common.document.Photo.PhotoPosition;
import polo.common.document.Stay;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// Ties a photo to the user's timeline: position, address, place, stay and trip.
///
/// A function of the photo's own facts and of the timeline as it is, never of earlier ties: so
/// photos and points may arrive in any order and end the same.
///
/// @param addressAt names for a position
/// @param clockRule how wrong cameras' clocks are
public record PhotoLinks(
    TrackPosition trackPosition,
    CameraClockRule clockRule,
    Function<Coordinate, Address> addressAt) {

  /// How sure it is that the user was at a stay's centre while the phone was silent.
  private static final double AT_CENTRE = 0.5;

  /// When a photo was really taken.
  ///
  /// @param correction absent when the camera was right or nobody knows better
  public record Moment(Instant instant, @Nullable ClockCorrection correction) {}

  /// Absent when nobody knows.
  public Optional<Moment> moment(Photo photo, CameraClocks clocks) {
    Instant told = photo.takenAt() == null ? null : photo.takenAt().instant();
    if (told == null) {
      return Optional.empty();
    }
    return Optional.of(
        clockRule
            .correction(photo, clocks)
            .map(wrong -> new Moment(told.plusSeconds(wrong.seconds()), wrong))
            .orElseGet(() -> new Moment(told, null)));
  }

  /// The photo tied anew.
  ///
  /// @param tracks the fixes around the time it was taken, one list a device, each in time order
  public Photo link(
      Photo photo, @Nullable Moment moment, Whereabouts whereabouts, List<List<Fix>> tracks) {
    PhotoPosition position = position(photo, moment, whereabouts, tracks);
    return photo.tied(
        new Photo.Ties(
            position,
            address(position),
            whereabouts.placeId(),
            whereabouts.stayId(),
            whereabouts.tripId(),
            moment == null ? null : moment.correction()));
  }

  /// The camera's own position is never overwritten. Else the track's; else, while the phone was
  /// silent in a stay, the stay's centre.
  private @Nullable PhotoPosition position(
      Photo photo, @Nullable Moment moment, Whereabouts whereabouts, List<List<Fix>> tracks) {
    PhotoPosition own = photo.position();
    if (own != null && own.source().equals("exif")) {
      return own;
    }
    PhotoPosition found =
        Optional.ofNullable(moment)
            .flatMap(when -> trackPosition.at(when.instant(), tracks))
            .orElseGet(() -> centre(whereabouts.stay()));
    ClockCorrection correction = moment == null ? null : moment.correction();
    return found == null || correction == null ? found : lessSure(found, correction.confidence());
  }

  /// Who is not sure of the time is not sure of the place.
  private static PhotoPosition lessSure(PhotoPosition found, double factor) {
    double confidence = found.confidence() == null ? 1 : found.confidence();
    return new PhotoPosition(
        found.lat(),
        found.lon(),
        found.altitude(),
        found.source(),
        Math.round(100 * confidence * factor) / 100.0);
  }

  private static @Nullable PhotoPosition centre(@Nullable Stay stay) {
    return stay == null
        ? null
        : new PhotoPosition(stay.lat(), stay.lon(), null, "track", AT_CENTRE);
  }

  private @Nullable Address address(@Nullable PhotoPosition position) {
    return position == null
        ? null
        : addressAt.apply(new Coordinate(position.lat(), position.lon()));
  }
}
