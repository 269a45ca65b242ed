package polo.geo.journey;

import java.time.ZoneId;
import java.time.ZoneOffset;
import polo.common.document.Address;
import polo.common.document.Stay;

/// The time zone of a stay: that of its address, else the sun's, an hour for each 15° of longitude,
/// which is what ships keep at sea.
final class TimeZones {

  private TimeZones() {}

  static ZoneId of(Stay stay, Address address) {
    String name = address.timeZone();
    return name != null && ZoneId.getAvailableZoneIds().contains(name)
        ? ZoneId.of(name)
        : ZoneOffset.ofHours((int) Math.round(stay.lon() / 15));
  }
}
