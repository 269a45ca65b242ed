package polo.geo.track;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import polo.common.earth.Fix;

/// A fix and the device that reported it.
public record DeviceFix(String deviceId, Fix fix) {

  /// Time first, then device, then preference: the order of a [Track].
  public static final Comparator<DeviceFix> ORDER =
      comparing((DeviceFix sighting) -> sighting.fix().at())
          .thenComparing(DeviceFix::deviceId)
          .thenComparing(DeviceFix::fix, Fix.PREFERENCE);
}
