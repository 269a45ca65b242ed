package polo.common.earth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One GPS position as a device reported it.
///
/// @param at when it was measured, milliseconds precision
/// @param altitudeMeters above the ellipsoid or the sea, as the device has it; absent when unknown
/// @param accuracyMeters radius the device claims (about 2 sigma in practice); absent when unknown
/// @param speedMps metres a second over ground as the device claims; absent when unknown
/// @param headingDegrees clockwise from north; absent when unknown
/// @param activity the device's own hint ("walking", "automotive", ...); absent when it gave none
public record Fix(
    Instant at,
    Coordinate position,
    @Nullable Double altitudeMeters,
    @Nullable Double accuracyMeters,
    @Nullable Double speedMps,
    @Nullable Double headingDegrees,
    @Nullable String activity) {

  /// A fix with nothing but time and position.
  public static Fix of(Instant at, double latitude, double longitude) {
    return new Fix(at, new Coordinate(latitude, longitude), null, null, null, null, null);
  }

  /// A fix with time, position and claimed accuracy.
  public static Fix of(Instant at, double latitude, double longitude, double accuracyMeters) {
    return new Fix(at, new Coordinate(latitude, longitude), null, accuracyMeters, null, null, null);
  }
}
