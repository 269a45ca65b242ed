package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import polo.common.document.PlacesIndex;
import polo.common.document.TimelineMonth;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents.Versioned;

/// A user's timeline as it was read: every document with the revision it may be replaced at.
record StoredTimeline(
    String userId,
    Optional<Versioned<UserHead>> head,
    SortedMap<YearMonth, Versioned<TimelineMonth>> months,
    Optional<Versioned<PlacesIndex>> placesIndex) {

  StoredTimeline {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  List<TimelineMonth> timeline() {
    return months.values().stream().map(Versioned::derived).toList();
  }

  List<String> placeIds() {
    return placesIndex.stream()
        .flatMap(index -> index.derived().places().stream())
        .map(PlacesIndex.Entry::id)
        .toList();
  }

  List<String> journeyIds() {
    return head.map(found -> found.derived().journeyIds()).orElse(List.of());
  }
}
