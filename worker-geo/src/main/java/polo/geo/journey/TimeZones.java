package polo.geo.journey;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import polo.common.document.Address;
import polo.common.document.Stay;

/// The time zone of a stay: that of its address, else the sun's, an hour for each 15° of longitude,
/// which is what ships keep at sea.
final class TimeZones {

  /// Asked for once: each answer is a new set of hundreds.
  private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

  private TimeZones() {}

  static ZoneId of(Stay stay, Address address) {
    String name = address.timeZone();
    return name != null && NAMES.contains(name)
        ? ZoneId.of(name)
        : ZoneOffset.ofHours((int) Math.round(stay.lon() / 15));
  }
}
