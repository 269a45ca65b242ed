package polo.geo.stay;

import java.time.Instant;
import polo.common.document.Wait;
import polo.common.earth.Coordinate;
import polo.geo.track.Precision;

/// A wait as found in a track: the good fixes from `first` to `last` keep to one spot.
///
/// @param startMillis, endMillis milliseconds since 1970
public record Halt(int first, int last, long startMillis, long endMillis, Coordinate centre) {

  /// True when nothing was heard while it lasted.
  public boolean isUnheard() {
    return first == last;
  }

  /// As part of a trip's document.
  public Wait toWait() {
    return new Wait(
        Instant.ofEpochMilli(startMillis),
        Instant.ofEpochMilli(endMillis),
        Precision.degrees(centre.latitude()),
        Precision.degrees(centre.longitude()));
  }
}
