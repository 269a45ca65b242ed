package polo.testkit.history;

import java.time.Instant;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// The fix a history has come to. One object serves a whole history, so that millions cost no
/// garbage: whoever keeps a fix keeps [#toFix].
public final class HistoryFix {

  String userId = "";
  long epochMillis;
  double latitude;
  double longitude;
  double altitudeMeters;
  double accuracyMeters;
  double speedMps;

  HistoryFix() {}

  public String userId() {
    return userId;
  }

  public long epochMillis() {
    return epochMillis;
  }

  public double latitude() {
    return latitude;
  }

  public double longitude() {
    return longitude;
  }

  public double altitudeMeters() {
    return altitudeMeters;
  }

  public double accuracyMeters() {
    return accuracyMeters;
  }

  public double speedMps() {
    return speedMps;
  }

  /// A copy to keep, at the precision fixes are kept with.
  public Fix toFix() {
    Fix fix =
        new Fix(
            Instant.ofEpochMilli(epochMillis),
            new Coordinate(latitude, longitude),
            altitudeMeters,
            accuracyMeters,
            speedMps,
            null,
            null);
    return fix.rounded();
  }
}
