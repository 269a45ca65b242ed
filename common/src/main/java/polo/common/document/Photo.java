package polo.common.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Polo knows of an uploaded photo. Absent facts are absent: nothing is guessed silently.
///
/// @param outcome `done`, `partial` (truncated: renditions made all the same) or `reject`
/// @param reason reason code when not `done`
/// @param format of the original by its content, such as `jpeg`
/// @param width of the upright original, pixels
/// @param height of the upright original, pixels
/// @param orientation EXIF 1 to 8 of the original
/// @param sha256 of the original's bytes, lower-case hex; absent when they were never found
/// @param directionDegrees where the lens looked, clockwise from north, 0 up to 360
/// @param caption what a person said of it; absent when nobody said anything
/// @param impression what it looks like; absent when nothing was rendered
/// @param engine which renderer made the renditions; part of their blobs' names
/// @param recipe version of the rendition recipe
/// @param placeId, stayId, tripId where the user was when it was taken
/// @param clock how wrong the camera's clock was, where that counted for the position
/// @param similar ids of the user's other photos that show the same, ascending
public record Photo(
    String id,
    String blobKey,
    @Nullable String fileName,
    Instant uploadedAt,
    String outcome,
    @Nullable String reason,
    @Nullable String format,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Integer orientation,
    @Nullable String sha256,
    @Nullable TakenAt takenAt,
    @Nullable PhotoPosition position,
    @Nullable Double directionDegrees,
    @Nullable Camera camera,
    @Nullable Exposure exposure,
    @Nullable Caption caption,
    @Nullable Impression impression,
    @Nullable String engine,
    int recipe,
    List<RenditionEntry> renditions,
    @Nullable Address address,
    @Nullable String placeId,
    @Nullable String stayId,
    @Nullable String tripId,
    @Nullable ClockCorrection clock,
    List<String> similar) {

  public Photo {
    renditions = List.copyOf(renditions);
    similar = List.copyOf(similar);
  }

  /// What the user's timeline says of a photo, which may change when the timeline does.
  public record Ties(
      @Nullable PhotoPosition position,
      @Nullable Address address,
      @Nullable String placeId,
      @Nullable String stayId,
      @Nullable String tripId,
      @Nullable ClockCorrection clock) {}

  /// The same photo, tied to the timeline like this.
  public Photo tied(Ties ties) {
    return new Photo(
        id,
        blobKey,
        fileName,
        uploadedAt,
        outcome,
        reason,
        format,
        width,
        height,
        orientation,
        sha256,
        takenAt,
        ties.position(),
        directionDegrees,
        camera,
        exposure,
        caption,
        impression,
        engine,
        recipe,
        renditions,
        ties.address(),
        ties.placeId(),
        ties.stayId(),
        ties.tripId(),
        ties.clock(),
        similar);
  }

  /// The same photo, with these others that show the same.
  public Photo withSimilar(List<String> photoIds) {
    return new Photo(
        id,
        blobKey,
        fileName,
        uploadedAt,
        outcome,
        reason,
        format,
        width,
        height,
        orientation,
        sha256,
        takenAt,
        position,
        directionDegrees,
        camera,
        exposure,
        caption,
        impression,
        engine,
        recipe,
        renditions,
        address,
        placeId,
        stayId,
        tripId,
        clock,
        photoIds);
  }

  /// When it was taken.
  ///
  /// @param local what the camera's clock showed
  /// @param offset absent when unknown
  /// @param instant absent when the offset is unknown
  /// @param source how the offset is known: `exif-offset`, `gps-utc`, `position-zone`, `user-zone`,
  ///   `unknown`
  public record TakenAt(
      LocalDateTime local, @Nullable ZoneOffset offset, @Nullable Instant instant, String source) {}

  /// Where it was taken.
  ///
  /// @param source `exif` or `track`
  /// @param confidence of a position by the track, above 0 up to 1; absent for the camera's own
  public record PhotoPosition(
      double lat,
      double lon,
      @Nullable Double altitude,
      String source,
      @Nullable Double confidence) {

    /// As the camera says.
    public PhotoPosition(double lat, double lon, @Nullable Double altitude, String source) {
      this(lat, lon, altitude, source, null);
    }
  }

  /// By how much a camera's clock was wrong, by the user's other photos of that camera, of which
  /// the satellites know the time. `takenAt` stays as it was told; the track was asked at the right
  /// time.
  ///
  /// @param seconds to be added to the instant of `takenAt`
  /// @param photos how many say so
  /// @param confidence above 0, up to 1
  /// @param source `gps-utc`
  public record ClockCorrection(long seconds, int photos, double confidence, String source) {}

  public record Camera(@Nullable String make, @Nullable String model, @Nullable String lens) {}

  /// How the light was let in.
  ///
  /// @param seconds exposure time
  /// @param focalLengthMm real, not 35-mm equivalent
  public record Exposure(
      @Nullable Double seconds,
      @Nullable Double fNumber,
      @Nullable Integer iso,
      @Nullable Double focalLengthMm) {}

  /// What a person said of it.
  ///
  /// @param rating -1 (rejected) to 5 stars; absent when nobody rated it
  public record Caption(
      @Nullable String description, List<String> keywords, @Nullable Integer rating) {

    public Caption {
      keywords = List.copyOf(keywords);
    }
  }

  /// What it looks like, in a few bytes.
  ///
  /// @param thumbhash a blurred preview, base64 (https://evanw.github.io/thumbhash/)
  /// @param colour the one most of it has, `#rrggbb`
  /// @param hash 16 hex digits of which few differ between copies; absent for a picture of one tone
  public record Impression(String thumbhash, String colour, @Nullable String hash) {}

  /// An image derived from the original.
  ///
  /// @param name such as `2048`: the long side it aims at
  public record RenditionEntry(
      String name, int width, int height, long bytes, String format, String blobKey) {}
}
