package polo.testkit.track;

import java.util.List;

/// How far along its way something is at each second: hops from stop to stop, with waits between.
public record Timetable(List<Hop> hops) {

  public Timetable {
    hops = List.copyOf(hops);
  }

  /// From one stop to the next: speed up evenly, cruise, brake evenly.
  ///
  /// @param startSeconds when it leaves, from the start of the way
  /// @param fromMeters where it leaves, from the start of the way
  public record Hop(
      double startSeconds,
      double fromMeters,
      double meters,
      double cruiseMps,
      double accelerationMps2) {

    double seconds() {
      return meters / topMps() + topMps() / accelerationMps2;
    }

    // A short hop brakes before it reaches cruising speed.
    double topMps() {
      return Math.min(cruiseMps, Math.sqrt(accelerationMps2 * meters));
    }

    double mpsAt(double seconds) {
      double fromNearerEnd = Math.min(seconds, seconds() - seconds);
      return Math.clamp(fromNearerEnd * accelerationMps2, 0, topMps());
    }

    double metersAt(double seconds) {
      double ramp = topMps() / accelerationMps2;
      double before = Math.clamp(seconds, 0, seconds());
      double left = seconds() - before;
      if (before < ramp) {
        return accelerationMps2 * before * before / 2;
      }
      return left < ramp
          ? meters - accelerationMps2 * left * left / 2
          : topMps() * (before - ramp / 2);
    }
  }

  public double seconds() {
    return hops.isEmpty() ? 0 : hops.getLast().startSeconds() + hops.getLast().seconds();
  }

  /// Metres from the start of the way; a wait is spent where the hop before it ended.
  public double metersAt(double seconds) {
    if (hops.isEmpty()) {
      return 0;
    }
    Hop hop = hopAt(seconds);
    return hop.fromMeters() + hop.metersAt(seconds - hop.startSeconds());
  }

  public double mpsAt(double seconds) {
    if (hops.isEmpty()) {
      return 0;
    }
    Hop hop = hopAt(seconds);
    return hop.mpsAt(seconds - hop.startSeconds());
  }

  private Hop hopAt(double seconds) {
    int low = 0;
    int high = hops.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (hops.get(middle).startSeconds() <= seconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return hops.get(low);
  }
}
