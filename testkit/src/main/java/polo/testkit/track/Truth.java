package polo.testkit.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import polo.common.earth.Coordinate;
import polo.common.time.TimeSpan;

/// What truly happened: stays and legs in order, each starting when the one before ends.
public record Truth(List<Passage> passages) {

  public Truth {
    passages = List.copyOf(passages);
  }

  public TimeSpan span() {
    return new TimeSpan(passages.getFirst().span().start(), passages.getLast().span().end());
  }

  public List<TrueStay> stays() {
    return passages.stream().filter(TrueStay.class::isInstance).map(TrueStay.class::cast).toList();
  }

  /// The stays of at least this length; shorter ones are waits on the way.
  public List<TrueStay> stays(Duration shortest) {
    return stays().stream()
        .filter(stay -> stay.span().duration().compareTo(shortest) >= 0)
        .toList();
  }

  public List<TrueLeg> legs() {
    return passages.stream().filter(TrueLeg.class::isInstance).map(TrueLeg.class::cast).toList();
  }

  /// What lies between the stays of at least this length.
  public List<TrueTrip> trips(Duration shortestStay) {
    List<TrueTrip> trips = new ArrayList<>();
    List<TrueLeg> legs = new ArrayList<>();
    for (Passage passage : passages) {
      switch (passage) {
        case TrueLeg leg -> legs.add(leg);
        case TrueStay stay -> {
          if (!legs.isEmpty() && stay.span().duration().compareTo(shortestStay) >= 0) {
            trips.add(new TrueTrip(legs));
            legs.clear();
          }
        }
      }
    }
    if (!legs.isEmpty()) {
      trips.add(new TrueTrip(legs));
    }
    return trips;
  }

  public Coordinate positionAt(Instant at) {
    return passageAt(at).positionAt(at);
  }

  /// The passage under way at `at`; the first before everything, the last after it.
  public Passage passageAt(Instant at) {
    int low = 0;
    int high = passages.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (passages.get(middle).span().start().isAfter(at)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return passages.get(low);
  }
}
