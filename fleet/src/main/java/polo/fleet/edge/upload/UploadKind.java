package polo.fleet.edge.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import polo.fleet.edge.files.FixFile;
import polo.fleet.edge.files.FixFormat;
import polo.images.photo.ImageFormat;

/// What a file to upload is: by its content, and by its name only when the content does not tell. A
/// broken photo is still a photo, so that the fleet says what is wrong with it.
enum UploadKind {
  FIXES,
  PHOTO;

  private static final Set<String> PHOTO_NAMES =
      Set.of(
          "jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "psd", "heic", "heif", "avif",
          "jxl", "jp2", "dng");

  static UploadKind of(Path file) throws IOException {
    byte[] head = FixFile.head(file);
    if (FixFormat.byContent(head).isPresent()) {
      return FIXES;
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean isPhoto =
        ImageFormat.of(head).isPresent()
            || PHOTO_NAMES.contains(name.substring(name.lastIndexOf('.') + 1));
    return isPhoto ? PHOTO : FIXES;
  }
}
