package polo.geo.track;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;

/// A fix and the device that reported it.
public record DeviceFix(String deviceId, Fix fix) {

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

  /// Time first, then device, then preference: the order of a [Track].
  public static final Comparator<DeviceFix> ORDER =
      comparing((DeviceFix sighting) -> sighting.fix().at())
          .thenComparing(DeviceFix::deviceId)
          .thenComparing(DeviceFix::fix, PREFERENCE);

  /// Zero or less is what devices say when they don't know.
  private static double claimedAccuracy(@Nullable Double meters) {
    return meters == null || meters <= 0 ? Double.POSITIVE_INFINITY : meters;
  }
}
