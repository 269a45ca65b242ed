package polo.common.job;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A photo's original lies in the blob store and wants facts and renditions.
///
/// @param blobKey where the original lies
/// @param fileName as the user's device called it; absent when unknown. Never trusted for the
///   format
/// @param uploadedAt when the API took it
/// @param userZone the zone the user's app was in, the last resort for a photo without one
public record PhotoUploaded(
    String userId,
    String photoId,
    String blobKey,
    @Nullable String fileName,
    Instant uploadedAt,
    @Nullable ZoneId userZone,
    PhotoPrivacy privacy)
    implements Job {

  @Override
  public JobType type() {
    return JobType.PHOTO_UPLOADED;
  }

  /// The same upload at another time.
  public PhotoUploaded withUploadedAt(Instant newUploadedAt) {
    return new PhotoUploaded(userId, photoId, blobKey, fileName, newUploadedAt, userZone, privacy);
  }
}
