package polo.geo.timeline;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import polo.geo.track.Flag;
import polo.geo.track.Flagger;
import polo.geo.track.Track;

/// The fixes of a stretch of time: how many count, and how many were not used, by why.
public record Evidence(int fixes, SortedMap<Flag, Integer> flagged) {

  public Evidence {
    flagged = Collections.unmodifiableSortedMap(new TreeMap<>(flagged));
  }

  /// Of the fixes from `first` on, up to `endMillis`.
  static Evidence of(Flagger flags, int first, long endMillis) {
    Track track = flags.track();
    SortedMap<Flag, Integer> flagged = new TreeMap<>();
    int fixes = 0;
    for (int fix = first; fix < track.size() && track.millis(fix) <= endMillis; fix++) {
      if (flags.isGood(fix)) {
        fixes++;
      } else {
        flagged.merge(flags.flag(fix), 1, Integer::sum);
      }
    }
    return new Evidence(fixes, flagged);
  }
}
