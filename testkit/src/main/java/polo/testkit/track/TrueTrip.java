package polo.testkit.track;

import java.util.List;
import polo.common.time.TimeSpan;

/// The legs between two stays that count.
public record TrueTrip(List<TrueLeg> legs) {

  public TrueTrip {
    legs = List.copyOf(legs);
  }

  public Spot from() {
    return legs.getFirst().from();
  }

  public Spot to() {
    return legs.getLast().to();
  }

  public TimeSpan span() {
    return new TimeSpan(legs.getFirst().span().start(), legs.getLast().span().end());
  }

  public double distanceMeters() {
    return legs.stream().mapToDouble(TrueLeg::distanceMeters).sum();
  }
}
