package polo.testkit.track;

import java.time.Instant;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;

/// Time truly spent at a spot, however short.
public record TrueStay(Spot spot, TimeSpan span) implements Passage {

  @Override
  public Coordinate positionAt(Instant at) {
    return spot.position();
  }

  @Override
  public double altitudeAt(Instant at) {
    return spot.altitudeMeters();
  }

  @Override
  public double speedAt(Instant at) {
    return 0;
  }
}
