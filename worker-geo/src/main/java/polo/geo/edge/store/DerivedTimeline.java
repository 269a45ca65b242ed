package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedPlace;
import polo.common.document.Checkpoint;
import polo.common.document.DerivationVersion;
import polo.common.document.Journey;
import polo.common.document.Place;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.edge.store.Documents.Versioned;

/// What a user's timeline should say now.
///
/// @param months all months, also those that did not change: they are the same objects
/// @param freshTrips the trips that were derived anew, by id; the others are as they were stored,
///   but for the places they join
/// @param relabelled true when trips that were not derived anew are among the fresh ones, since
///   pins gave them or their stays other ids
/// @param homePlaceId absent when unknown
/// @param carriedPlaces ids that places keep from earlier derivations
/// @param version of who derived it
record DerivedTimeline(
    SortedMap<YearMonth, TimelineMonth> months,
    Map<String, Trip> freshTrips,
    boolean relabelled,
    List<Place> places,
    List<Journey> journeys,
    @Nullable String homePlaceId,
    List<CarriedPlace> carriedPlaces,
    DerivationVersion version) {

  DerivedTimeline {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    freshTrips = Map.copyOf(freshTrips);
    places = List.copyOf(places);
    journeys = List.copyOf(journeys);
    carriedPlaces = List.copyOf(carriedPlaces);
  }

  /// True when a month is to be said to be of this version that was of another.
  boolean raises(StoredTimeline before) {
    return before.months().entrySet().stream()
        .anyMatch(month -> isRaised(months.get(month.getKey()), month.getValue().derived()));
  }

  private boolean isRaised(@Nullable TimelineMonth now, TimelineMonth before) {
    return now != null && !before.madeBy().equals(version) && now.madeBy().equals(version);
  }

  /// The same as long as not all of it is written: without these cuts, and with months said to be
  /// of no version yet that were of another.
  DerivedTimeline unfinished(Set<Checkpoint> cuts, StoredTimeline before) {
    SortedMap<YearMonth, TimelineMonth> some = new TreeMap<>();
    months.forEach((when, month) -> {
      boolean has = month.checkpoints().stream().anyMatch(cuts::contains);
      TimelineMonth fewer = has ? month.without(cuts) : month;
      Versioned<TimelineMonth> old = before.months().get(when);
      if (old != null && isRaised(month, old.derived())) {
        fewer = fewer.of(old.derived().madeBy().mixedWith(version));
      }
      some.put(when, fewer);
    });
    return new DerivedTimeline(
        some, freshTrips, relabelled, places, journeys, homePlaceId, carriedPlaces, version);
  }

  /// Months that are not as they were.
  List<TimelineMonth> monthsOtherThan(StoredTimeline before) {
    Set<YearMonth> other = new HashSet<>(months.keySet());
    before.months().keySet().forEach(other::remove);
    before.monthsOtherThan(this).forEach(month -> other.add(month.month()));
    return months.values().stream().filter(month -> other.contains(month.month())).toList();
  }
}
