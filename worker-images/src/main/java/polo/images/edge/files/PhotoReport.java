package polo.images.edge.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Caption;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.Impression;
import polo.common.document.Photo.PhotoPosition;
import polo.common.document.Photo.TakenAt;
import polo.images.edge.settings.ImagesSettings;

/// What `polo photo` prints of a file: one JSON object. Absent facts are absent.
///
/// @param type always `photo`
/// @param file as it was given
/// @param outcome `done`, `partial` or `reject`
/// @param reason reason code when not `done`
/// @param width of the upright original, pixels
/// @param height of the upright original, pixels
/// @param orientation EXIF 1 to 8 of the original
/// @param directionDegrees where the lens looked, clockwise from north
public record PhotoReport(
    String type,
    String file,
    String outcome,
    @Nullable String reason,
    @Nullable String format,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Integer orientation,
    @Nullable TakenAt takenAt,
    @Nullable PhotoPosition position,
    @Nullable Double directionDegrees,
    @Nullable Camera camera,
    @Nullable Exposure exposure,
    @Nullable Caption caption,
    @Nullable Impression impression,
    @Nullable String engine,
    List<Made> renditions) {

  public PhotoReport {
    renditions = List.copyOf(renditions);
  }

  /// A rendition that was made, and written when there was a folder for it.
  public record Made(String name, int width, int height, long bytes, String format) {}

  /// Looks at one file with default settings and no knowledge of time zones. For many files make
  /// one [PhotoFiles].
  ///
  /// @param folder where renditions go, made if need be; absent to make them and write none
  /// @throws IOException when the file cannot be read or a rendition cannot be written
  public static PhotoReport of(Path file, @Nullable Path folder) throws IOException {
    return PhotoFiles.of(ImagesSettings.defaults()).report(file, folder);
  }
}
