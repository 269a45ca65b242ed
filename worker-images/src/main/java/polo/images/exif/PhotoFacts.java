package polo.images.exif;

import org.jspecify.annotations.Nullable;
import polo.common.document.Photo;
import polo.images.photo.Orientation;

/// What the camera wrote. Absent facts are absent, and so are nonsensical ones.
public record PhotoFacts(
    Orientation orientation,
    CameraClock clock,
    Photo.@Nullable PhotoPosition position,
    Photo.@Nullable Camera camera,
    Photo.@Nullable Exposure exposure,
    Credit credit) {

  private static final PhotoFacts NONE =
      new PhotoFacts(Orientation.UPRIGHT, CameraClock.UNSET, null, null, null, Credit.NONE);

  public static PhotoFacts none() {
    return NONE;
  }
}
