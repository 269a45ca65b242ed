package polo.geo.trip;

import java.util.EnumMap;
import java.util.Map;
import polo.geo.track.Activity;

/// What the phone said of a part of a way.
///
/// @param counts of the fixes on it, by what was said with them; at least one
record Hints(Map<Activity, Integer> counts) {

  Hints {
    counts = Map.copyOf(counts);
  }

  static Hints of(Part part) {
    Map<Activity, Integer> counts = new EnumMap<>(Activity.class);
    for (int step = part.firstStep(); step <= part.lastStep(); step++) {
      counts.merge(part.slices().path().activity(step), 1, Integer::sum);
    }
    return new Hints(counts);
  }

  boolean isEmpty() {
    return most() == Activity.UNTOLD;
  }

  /// Of all fixes those with this hint: what was said once says little of a long way.
  double share(Activity activity) {
    double fixes = counts.values().stream().mapToInt(count -> count).sum();
    return count(activity) / fixes;
  }

  /// The hint that was given most, of equals the first; untold when there was none.
  Activity most() {
    Activity most = Activity.UNTOLD;
    for (Activity activity : Activity.values()) {
      boolean isMore = most == Activity.UNTOLD || count(activity) > count(most);
      most = isMore && count(activity) > 0 ? activity : most;
    }
    return most;
  }

  private int count(Activity activity) {
    return counts.getOrDefault(activity, 0);
  }
}
