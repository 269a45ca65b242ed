package polo.images.geotag;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.Photo;
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
public record PhotoLinks(TrackPosition trackPosition, Function<Coordinate, Address> addressAt) {

  /// The photo tied anew.
  ///
  /// @param tracks the fixes around the time it was taken, one list a device, each in time order
  public Photo link(Photo photo, Whereabouts whereabouts, List<List<Fix>> tracks) {
    PhotoPosition position = position(photo, whereabouts, tracks);
    return photo.tied(
        new Photo.Ties(
            position,
            address(position),
            whereabouts.placeId(),
            whereabouts.stayId(),
            whereabouts.tripId()));
  }

  /// The camera's own position is never overwritten. Else the track's; else, while the phone was
  /// silent in a stay, the stay's centre.
  private @Nullable PhotoPosition position(
      Photo photo, Whereabouts whereabouts, List<List<Fix>> tracks) {
    PhotoPosition own = photo.position();
    if (own != null && own.source().equals("exif")) {
      return own;
    }
    return Optional.ofNullable(photo.takenAt())
        .flatMap(taken -> Optional.ofNullable(taken.instant()))
        .flatMap(instant -> trackPosition.at(instant, tracks))
        .orElseGet(() -> centre(whereabouts.stay()));
  }

  private static @Nullable PhotoPosition centre(@Nullable Stay stay) {
    return stay == null ? null : new PhotoPosition(stay.lat(), stay.lon(), null, "track");
  }

  private @Nullable Address address(@Nullable PhotoPosition position) {
    return position == null
        ? null
        : addressAt.apply(new Coordinate(position.lat(), position.lon()));
  }
}
