package polo.geo.timeline;

import java.time.Instant;
import java.util.Iterator;
import polo.geo.track.DeviceFix;

/// Where a user's fixes are kept.
public interface UserFixes {

  String userId();

  /// All fixes at or after `start`, of all devices, by time. Read lazily: mostly only a few are
  /// taken. Reports of one device for one millisecond may come all or only the preferred one
  /// ([polo.common.earth.Fix#PREFERENCE]).
  Iterator<DeviceFix> from(Instant start);
}
