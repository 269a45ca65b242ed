package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import polo.common.document.DocumentKey;
import polo.common.document.PlacesIndex;
import polo.common.document.TimelineMonth;
import polo.common.document.UserHead;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Revision;

/// A user's timeline as it was read: every document with the revision it may be replaced at.
///
/// @param stray items' documents that may be there though nothing names them
record StoredTimeline(
    String userId,
    Optional<Versioned<UserHead>> head,
    SortedMap<YearMonth, Versioned<TimelineMonth>> months,
    Optional<Versioned<PlacesIndex>> placesIndex,
    Set<DocumentKey> stray) {

  StoredTimeline {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    stray = Set.copyOf(stray);
  }

  List<TimelineMonth> timeline() {
    return months.values().stream().map(Versioned::derived).toList();
  }

  /// Of the documents that name others.
  Map<DocumentKey, Revision> revisions() {
    Map<DocumentKey, Revision> revisions = new HashMap<>();
    months.forEach((month, document) ->
        revisions.put(DocumentKey.timeline(userId, month), document.revision()));
    head.ifPresent(found -> revisions.put(DocumentKey.user(userId), found.revision()));
    placesIndex.ifPresent(found -> revisions.put(DocumentKey.places(userId), found.revision()));
    return revisions;
  }

  /// Places there may be documents of.
  Set<DocumentKey> places() {
    Set<DocumentKey> keys = stray("place");
    placesIndex
        .map(Versioned::derived)
        .map(PlacesIndex::places)
        .orElse(List.of())
        .forEach(place -> keys.add(DocumentKey.place(userId, place.id())));
    return keys;
  }

  /// Journeys there may be documents of.
  Set<DocumentKey> journeys() {
    Set<DocumentKey> keys = stray("journey");
    head.map(Versioned::derived)
        .map(UserHead::journeyIds)
        .orElse(List.of())
        .forEach(id -> keys.add(DocumentKey.journey(userId, id)));
    return keys;
  }

  /// Months that are not kept as they are.
  List<TimelineMonth> monthsOtherThan(DerivedTimeline after) {
    return timeline().stream().filter(month -> !isKept(month, after)).toList();
  }

  // Not equal but the same: what is kept is handed on as it is, and years are not to be compared.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isKept(TimelineMonth month, DerivedTimeline after) {
    return after.months().get(month.month()) == month;
  }

  /// Documents of a kind that may be there though nothing names them.
  Set<DocumentKey> stray(String kind) {
    return stray.stream()
        .filter(key -> key.kind().equals(kind))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
