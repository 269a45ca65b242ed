package polo.testkit.photo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;

/// What a camera writes about a photo in its EXIF. The make is always "Polo".
///
/// @param takenAt what the camera's clock showed, whole seconds
/// @param offset absent when the camera does not know its zone
/// @param orientation EXIF 1 to 8: how the camera was held
/// @param gps absent when the camera does not know where it was
public record CameraNotes(
    String model,
    String lens,
    Exposure exposure,
    LocalDateTime takenAt,
    @Nullable ZoneOffset offset,
    int orientation,
    @Nullable Gps gps) {

  public static final String MAKE = "Polo";

  /// How the light was let in.
  ///
  /// @param perSecond the exposure time is one second divided by this
  public record Exposure(int perSecond, double fNumber, int iso, double focalLengthMm) {}

  /// Where the camera was, as its receiver says.
  ///
  /// @param at by the satellites' clock; whole seconds
  public record Gps(Coordinate position, double altitudeMeters, Instant at) {}

  public CameraNotes {
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("orientation outside 1..8: " + orientation);
    }
  }

  /// A phone held upright that knows neither zone nor place.
  public static CameraNotes phone(LocalDateTime takenAt) {
    Exposure exposure = new Exposure(640, 1.8, 64, 5.7);
    return new CameraNotes(
        "Polo Phone 9", "Polo Phone 9 back camera 5.7mm f/1.8", exposure, takenAt, null, 1, null);
  }

  /// A camera with a lens, which knows neither zone nor place.
  public static CameraNotes camera(LocalDateTime takenAt) {
    Exposure exposure = new Exposure(250, 5.6, 200, 35);
    return new CameraNotes("Polo M1", "Polo 16-55mm f/2.8", exposure, takenAt, null, 1, null);
  }

  public CameraNotes withOffset(@Nullable ZoneOffset known) {
    return new CameraNotes(model, lens, exposure, takenAt, known, orientation, gps);
  }

  public CameraNotes withOrientation(int held) {
    return new CameraNotes(model, lens, exposure, takenAt, offset, held, gps);
  }

  public CameraNotes withGps(Gps known) {
    return new CameraNotes(model, lens, exposure, takenAt, offset, orientation, known);
  }
}
