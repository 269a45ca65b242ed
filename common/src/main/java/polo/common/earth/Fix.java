package polo.common.earth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /// This fix at the precision fixes are kept with: milliseconds, 1e-7 degrees (1 cm), decimetres,
  /// centimetres a second, hundredths of a degree. Rounding twice changes nothing, so a fix fresh
  /// from a phone and the same fix read back from its chunk are equal.
  public Fix rounded() {
    return new Fix(
        at.truncatedTo(ChronoUnit.MILLIS),
        new Coordinate(round(position.latitude(), 1e7), round(position.longitude(), 1e7)),
        roundIfKnown(altitudeMeters, 10),
        roundIfKnown(accuracyMeters, 10),
        roundIfKnown(speedMps, 100),
        roundIfKnown(headingDegrees, 100),
        activity);
  }

  private static @Nullable Double roundIfKnown(@Nullable Double value, double steps) {
    return value == null ? null : round(value, steps);
  }

  // Dividing by a power of ten gives the double nearest to the decimal: its text is short.
  private static double round(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
