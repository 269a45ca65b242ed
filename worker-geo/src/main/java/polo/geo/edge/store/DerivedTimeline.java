package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.Checkpoint;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;

/// What a user's timeline should say now.
///
/// @param months all months, also those that did not change: they are the same objects
/// @param freshTrips the trips that were derived anew, by id; the others are as they were stored,
///   but for the places they join
/// @param relabelled true when trips that were not derived anew are among the fresh ones, since
///   pins gave them or their stays other ids
/// @param homePlaceId absent when unknown
record DerivedTimeline(
    SortedMap<YearMonth, TimelineMonth> months,
    Map<String, Trip> freshTrips,
    boolean relabelled,
    List<Place> places,
    List<Journey> journeys,
    @Nullable String homePlaceId) {

  DerivedTimeline {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    freshTrips = Map.copyOf(freshTrips);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
  }

  /// The same, but for these cuts.
  DerivedTimeline without(Set<Checkpoint> cuts) {
    SortedMap<YearMonth, TimelineMonth> fewer = new TreeMap<>();
    months.forEach((when, month) -> {
      boolean has = month.checkpoints().stream().anyMatch(cuts::contains);
      fewer.put(when, has ? month.without(cuts) : month);
    });
    return new DerivedTimeline(fewer, freshTrips, relabelled, places, journeys, homePlaceId);
  }

  /// Months that are not as they were.
  List<TimelineMonth> monthsOtherThan(StoredTimeline before) {
    Set<YearMonth> other = new HashSet<>(months.keySet());
    before.months().keySet().forEach(other::remove);
    before.monthsOtherThan(this).forEach(month -> other.add(month.month()));
    return months.values().stream().filter(month -> other.contains(month.month())).toList();
  }

  /// The month whose document names a fresh trip.
  YearMonth monthOf(String freshTripId) {
    return Months.of(Objects.requireNonNull(freshTrips.get(freshTripId)).start());
  }
}
