package polo.geo.edge.store;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import polo.common.document.Checkpoint;
import polo.common.document.Gap;
import polo.common.document.PinnedItem;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.TripEntry;
import polo.common.time.TimeSpan;
import polo.geo.pin.Pins;
import polo.geo.timeline.Change;
import polo.geo.timeline.ItemLabels;
import polo.geo.timeline.Rederivation;
import polo.geo.timeline.Settlement;

/// A timeline while parts of it are being replaced. Until it is settled, stays and trips have the
/// ids they were derived with, whatever is pinned.
final class TimelineDraft {

  private List<Stay> stays;
  private List<TripEntry> trips;
  private List<Gap> gaps;
  private List<Checkpoint> checkpoints;
  private final ItemLabels stored;
  private List<PinnedItem> pinned = List.of();
  private Map<String, Trip> freshTrips = new HashMap<>();
  private final List<TimeSpan> replaced = new ArrayList<>();
  private final Set<Checkpoint> farCuts = new HashSet<>();

  private TimelineDraft(Collection<TimelineMonth> months) {
    this.stored = ItemLabels.of(all(months, TimelineMonth::pinned));
    ItemLabels derived = stored.inverse();
    this.stays = all(months, TimelineMonth::stays).stream().map(derived::labelled).toList();
    this.trips = all(months, TimelineMonth::trips).stream().map(derived::labelled).toList();
    this.gaps = all(months, TimelineMonth::gaps);
    this.checkpoints = all(months, TimelineMonth::checkpoints);
  }

  static TimelineDraft of(Collection<TimelineMonth> months) {
    return new TimelineDraft(months);
  }

  static TimelineDraft empty() {
    return new TimelineDraft(List.of());
  }

  List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  List<Stay> stays() {
    return stays;
  }

  List<TripEntry> trips() {
    return trips;
  }

  /// Spans in which items are or were replaced.
  List<TimeSpan> replaced() {
    return replaced;
  }

  /// New cuts beyond the changes that brought them: mostly none, since mostly all is as it was from
  /// the first cut after a change on.
  Set<Checkpoint> farCuts() {
    return farCuts;
  }

  void replace(Rederivation news, Change change) {
    news.checkpoints().stream()
        .filter(cut -> cut.at().isAfter(change.last()))
        .forEach(farCuts::add);
    trips.stream()
        .filter(trip -> news.replaces(trip.start()))
        .forEach(trip -> freshTrips.remove(trip.id()));
    news.trips().forEach(trip -> freshTrips.put(trip.id(), trip));
    List<TripEntry> entries = news.trips().stream().map(TripEntry::of).toList();

    note(news);
    stays = replaced(stays, news.stays(), news, Stay::start);
    trips = replaced(trips, entries, news, TripEntry::start);
    gaps = replaced(gaps, news.gaps(), news, Gap::start);
    checkpoints = replaced(checkpoints, news.checkpoints(), news, Checkpoint::at);
  }

  /// Trips not derived anew whose documents will have to say other ids.
  List<TripEntry> relabelled(Pins pins) {
    ItemLabels labels = ItemLabels.of(stays, trips, pins);
    return trips.stream()
        .filter(trip -> !freshTrips.containsKey(trip.id()))
        .filter(trip -> !labels.labelled(trip).equals(stored.labelled(trip)))
        .toList();
  }

  /// Takes stays and trips with the places found for them and the ids to show.
  void settle(Settlement settlement) {
    stays = settlement.stays();
    trips = settlement.trips();
    pinned = settlement.pinned();
    Map<String, Trip> labelled = new HashMap<>();
    for (Trip trip : freshTrips.values()) {
      Trip shown = settlement.labels().labelled(trip);
      labelled.put(shown.id(), shown);
    }
    freshTrips = labelled;
  }

  Map<String, Trip> freshTrips() {
    return freshTrips;
  }

  /// The months of this draft: those that were there stay, even when nothing is left in them.
  SortedMap<YearMonth, TimelineMonth> months(Collection<YearMonth> were, ChunkIndex chunks) {
    SortedMap<YearMonth, SortedMap<String, List<Long>>> byMonth = chunks.byMonth();
    Map<YearMonth, List<Stay>> staysOf = byMonth(stays, Stay::start);
    Map<YearMonth, List<TripEntry>> tripsOf = byMonth(trips, TripEntry::start);
    Map<YearMonth, List<Gap>> gapsOf = byMonth(gaps, Gap::start);
    Map<YearMonth, List<Checkpoint>> checkpointsOf = byMonth(checkpoints, Checkpoint::at);

    TreeSet<YearMonth> all = new TreeSet<>(were);
    all.addAll(byMonth.keySet());
    List.of(staysOf, tripsOf, gapsOf, checkpointsOf).forEach(items -> all.addAll(items.keySet()));
    SortedMap<YearMonth, TimelineMonth> months = new TreeMap<>();
    for (YearMonth month : all) {
      months.put(
          month,
          new TimelineMonth(
              month,
              staysOf.getOrDefault(month, List.of()),
              tripsOf.getOrDefault(month, List.of()),
              gapsOf.getOrDefault(month, List.of()),
              checkpointsOf.getOrDefault(month, List.of()),
              pinnedAmong(
                  staysOf.getOrDefault(month, List.of()), tripsOf.getOrDefault(month, List.of())),
              byMonth.getOrDefault(month, new TreeMap<>())));
    }
    return months;
  }

  private List<PinnedItem> pinnedAmong(List<Stay> some, List<TripEntry> others) {
    if (pinned.isEmpty()) {
      return List.of();
    }
    Set<String> stayIds = some.stream().map(Stay::id).collect(Collectors.toSet());
    Set<String> tripIds = others.stream().map(TripEntry::id).collect(Collectors.toSet());
    return pinned.stream()
        .filter(item ->
            switch (item.kind()) {
              case STAY -> stayIds.contains(item.id());
              case TRIP -> tripIds.contains(item.id());
            })
        .toList();
  }

  private void note(Rederivation news) {
    Instant end = news.from();
    for (Stay stay : stays) {
      end = news.replaces(stay.start()) && stay.end().isAfter(end) ? stay.end() : end;
    }
    for (Stay stay : news.stays()) {
      end = stay.end().isAfter(end) ? stay.end() : end;
    }
    for (Trip trip : news.trips()) {
      end = trip.end().isAfter(end) ? trip.end() : end;
    }
    replaced.add(new TimeSpan(news.from(), end));
  }

  private static <T> List<T> all(
      Collection<TimelineMonth> months, Function<TimelineMonth, List<T>> items) {
    return months.stream().flatMap(month -> items.apply(month).stream()).toList();
  }

  private static <T> List<T> replaced(
      List<T> old, List<T> anew, Rederivation news, Function<T, Instant> start) {
    List<T> all = new ArrayList<>(anew);
    old.stream().filter(item -> !news.replaces(start.apply(item))).forEach(all::add);
    all.sort(comparing(start));
    return all;
  }

  private static <T> Map<YearMonth, List<T>> byMonth(List<T> items, Function<T, Instant> start) {
    Map<YearMonth, List<T>> months = new HashMap<>();
    for (T item : items) {
      months.computeIfAbsent(Months.of(start.apply(item)), _ -> new ArrayList<>()).add(item);
    }
    return months;
  }
}
