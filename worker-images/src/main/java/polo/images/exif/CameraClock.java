package polo.images.exif;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What the camera wrote about the time: what its clock showed, how far that is from UTC, and what
/// the satellites said.
///
/// @param local absent when the camera had no clock, or it was never set
/// @param offset of `local`, when the camera wrote one for this very time
/// @param gps UTC of the satellites at the fix, which may be minutes older than the photo
public record CameraClock(
    @Nullable LocalDateTime local, @Nullable ZoneOffset offset, @Nullable Instant gps) {

  public static final CameraClock UNSET = new CameraClock(null, null, null);
}
