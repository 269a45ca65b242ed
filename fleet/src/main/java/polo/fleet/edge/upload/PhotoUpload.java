package polo.fleet.edge.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import polo.common.edge.blob.BlobKeys;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.images.photo.ImageFormat;

/// Uploads an original and asks for its renditions.
///
/// A photo's id and its blob follow from its content: importing a file twice, or under two names,
/// is one photo.
///
/// @param zone where the user's app is; absent when unknown
record PhotoUpload(Uplink uplink, Clock clock, @Nullable ZoneId zone) {

  private static final int ID_LENGTH = 32;
  private static final String UNKNOWN = "bin";

  void upload(String user, Path file) throws IOException {
    byte[] original = Files.readAllBytes(file);
    String sha256 = BlobKeys.sha256(original);
    String extension = ImageFormat.of(original).map(ImageFormat::wireName).orElse(UNKNOWN);
    String key = BlobKeys.original(user, sha256, extension);
    uplink.blobs().put(key, original);
    uplink
        .jobs()
        .enqueue(
            new PhotoUploaded(
                user,
                sha256.substring(0, ID_LENGTH),
                key,
                file.getFileName().toString(),
                clock.instant(),
                zone,
                PhotoPrivacy.STRIP));
  }
}
