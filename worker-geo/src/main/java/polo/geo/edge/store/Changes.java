package polo.geo.edge.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import polo.common.document.DocumentKey;
import polo.common.document.Gap;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.TripEntry;

/// Which items of a timeline appeared, changed or went: stays, trips and gaps, by id, in order.
record Changes(List<String> added, List<String> changed, List<String> removed) {

  static Changes between(
      StoredTimeline before, DerivedTimeline after, Set<DocumentKey> changedTrips) {
    Map<String, Object> old = items(before.monthsOtherThan(after));
    Map<String, Object> now = items(after.monthsOtherThan(before));
    TreeSet<String> added = new TreeSet<>(now.keySet());
    added.removeAll(old.keySet());
    TreeSet<String> removed = new TreeSet<>(old.keySet());
    removed.removeAll(now.keySet());
    TreeSet<String> changed = new TreeSet<>();
    changedTrips.forEach(key -> changed.add(key.parts().getLast()));
    now.forEach((id, item) -> {
      if (old.containsKey(id) && !item.equals(old.get(id))) {
        changed.add(id);
      }
    });
    changed.removeAll(added);
    return new Changes(List.copyOf(added), List.copyOf(changed), List.copyOf(removed));
  }

  private static Map<String, Object> items(Iterable<TimelineMonth> months) {
    Map<String, Object> items = new HashMap<>();
    for (TimelineMonth month : months) {
      for (Stay stay : month.stays()) {
        items.put(stay.id(), stay);
      }
      for (TripEntry trip : month.trips()) {
        items.put(trip.id(), trip);
      }
      for (Gap gap : month.gaps()) {
        items.put(gap.id(), gap);
      }
    }
    return items;
  }
}
