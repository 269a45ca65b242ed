package polo.images.exif;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.Photo.PhotoPosition;
import polo.common.earth.Coordinate;

/// A position as EXIF has it: degrees, minutes and seconds as numbers, and on which side of the
/// equator and of Greenwich they count.
///
/// @param latitude degrees, minutes, seconds; any of the last two may be left out
/// @param latitudeSide `N` or `S`; without it nobody knows the side, and nothing is guessed
/// @param longitude degrees, minutes, seconds, likewise
/// @param longitudeSide `E` or `W`
/// @param altitudeMeters negative below the sea; absent when unknown
@SuppressWarnings("ArrayRecordComponent") // read once; never compared, never a key
public record GpsReading(
    double[] latitude,
    @Nullable String latitudeSide,
    double[] longitude,
    @Nullable String longitudeSide,
    @Nullable Double altitudeMeters) {

  /// Where that is. Absent when it is nowhere on Earth, and for exactly (0, 0), which is what
  /// receivers without a fix write; the equator and the meridian are real.
  public Optional<PhotoPosition> position() {
    double lat = degrees(latitude) * sign(latitudeSide, "N", "S");
    double lon = degrees(longitude) * sign(longitudeSide, "E", "W");
    if (!Coordinate.isOnEarth(lat, lon) || lat == 0 && lon == 0) {
      return Optional.empty();
    }
    // No minus zero: it would be another document.
    return Optional.of(new PhotoPosition(lat + 0.0, lon + 0.0, altitude(), "exif"));
  }

  private @Nullable Double altitude() {
    return altitudeMeters != null && Math.abs(altitudeMeters) < 100_000 ? altitudeMeters : null;
  }

  /// NaN when a part is missing or is not a number.
  private static double degrees(double[] parts) {
    double degrees = parts.length == 0 || parts.length > 3 ? Double.NaN : 0;
    double unit = 1;
    for (double part : parts) {
      degrees += part / unit;
      unit *= 60;
    }
    return degrees;
  }

  private static double sign(@Nullable String side, String positive, String negative) {
    if (positive.equalsIgnoreCase(side)) {
      return 1;
    }
    return negative.equalsIgnoreCase(side) ? -1 : Double.NaN;
  }
}
