package polo.testkit.track;

import java.time.Instant;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;

/// A piece of what truly happened: a stay or a leg.
public sealed interface Passage permits TrueStay, TrueLeg {

  TimeSpan span();

  Coordinate positionAt(Instant at);

  double altitudeAt(Instant at);

  /// Metres a second over ground.
  double speedAt(Instant at);
}
