package polo.images.exif;

import org.jspecify.annotations.Nullable;
import polo.common.document.Photo;
import polo.images.photo.ImageHeader;
import polo.images.photo.Orientation;

/// What the camera wrote. Absent facts are absent, and so are nonsensical ones.
///
/// @param directionDegrees where the lens looked, clockwise from north, 0 up to 360
public record PhotoFacts(
    Orientation orientation,
    CameraClock clock,
    Photo.@Nullable PhotoPosition position,
    @Nullable Double directionDegrees,
    Photo.@Nullable Camera camera,
    Photo.@Nullable Exposure exposure,
    Caption caption,
    Credit credit) {

  private static final PhotoFacts NONE =
      new PhotoFacts(
          Orientation.UPRIGHT,
          CameraClock.UNSET,
          null,
          null,
          null,
          null,
          Caption.NONE,
          Credit.NONE);

  /// The same, turned as the container says where it says so: HEIF's own properties overrule EXIF.
  public PhotoFacts asShownBy(ImageHeader header) {
    Orientation turn = header.turn();
    return turn == null
        ? this
        : new PhotoFacts(
            turn, clock, position, directionDegrees, camera, exposure, caption, credit);
  }

  public static PhotoFacts none() {
    return NONE;
  }
}
