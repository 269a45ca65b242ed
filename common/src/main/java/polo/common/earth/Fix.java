package polo.common.earth;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

  private static final double ABSURD = 1e12;

  /// Between two reports of one device for one millisecond, the one to keep comes first: the more
  /// accurate, else the smaller by its values. A total order, so that arrival order never decides.
  public static final Comparator<Fix> PREFERENCE =
      comparingDouble((Fix fix) -> claimedAccuracy(fix.accuracyMeters()))
          .thenComparingDouble(fix -> fix.position().latitude())
          .thenComparingDouble(fix -> fix.position().longitude())
          .thenComparing(Fix::accuracyMeters, nullsLast(naturalOrder()))
          .thenComparing(Fix::altitudeMeters, nullsLast(naturalOrder()))
          .thenComparing(Fix::speedMps, nullsLast(naturalOrder()))
          .thenComparing(Fix::headingDegrees, nullsLast(naturalOrder()))
          .thenComparing(Fix::activity, nullsLast(naturalOrder()));

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
  ///
  /// Time is cut, not rounded: a fix stays in its bucket. Numbers nobody can have measured (NaN,
  /// infinite) become absent, and so does an empty activity.
  public Fix rounded() {
    return new Fix(
        at.truncatedTo(ChronoUnit.MILLIS),
        new Coordinate(round(position.latitude(), 1e7), round(position.longitude(), 1e7)),
        roundIfKnown(altitudeMeters, 10),
        roundIfKnown(accuracyMeters, 10),
        roundIfKnown(speedMps, 100),
        roundIfKnown(headingDegrees, 100),
        textIfAny(activity));
  }

  private static @Nullable Double roundIfKnown(@Nullable Double value, double steps) {
    // Written positively, so that NaN fails too.
    return value != null && Math.abs(value) < ABSURD ? round(value, steps) : null;
  }

  // Dividing by a power of ten gives the double nearest to the decimal: its text is short.
  private static double round(double value, double steps) {
    return Math.round(value * steps) / steps;
  }

  // There and back, because half a surrogate pair has no UTF-8.
  private static @Nullable String textIfAny(@Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /// Zero or less is what devices say when they don't know.
  private static double claimedAccuracy(@Nullable Double meters) {
    return meters == null || meters <= 0 ? Double.POSITIVE_INFINITY : meters;
  }
}
