package polo.geo.edge.store;

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

  private final SortedMap<YearMonth, TimelineMonth> before = new TreeMap<>();
  private ByStart<Stay> stays;
  private ByStart<TripEntry> trips;
  private ByStart<Gap> gaps;
  private ByStart<Checkpoint> checkpoints;
  private final ItemLabels stored;
  private List<PinnedItem> pinned = List.of();
  private Map<String, Trip> freshTrips = new HashMap<>();
  private final List<TimeSpan> replaced = new ArrayList<>();
  private final Set<Checkpoint> farCuts = new HashSet<>();
  private final Set<YearMonth> newsMonths = new HashSet<>();

  /// @param months in order
  private TimelineDraft(Collection<TimelineMonth> months) {
    months.forEach(month -> before.put(month.month(), month));
    this.stored = ItemLabels.of(months.stream().flatMap(month -> month.pinned().stream()).toList());
    ItemLabels derived = stored.inverse();
    this.stays = ByStart.of(months, TimelineMonth::stays, Stay::start);
    this.trips = ByStart.of(months, TimelineMonth::trips, TripEntry::start);
    this.stays = stays.with(stays.items().stream().map(derived::labelled).toList());
    this.trips = trips.with(trips.items().stream().map(derived::labelled).toList());
    this.gaps = ByStart.of(months, TimelineMonth::gaps, Gap::start);
    this.checkpoints = ByStart.of(months, TimelineMonth::checkpoints, Checkpoint::at);
  }

  static TimelineDraft of(Collection<TimelineMonth> months) {
    return new TimelineDraft(months);
  }

  static TimelineDraft empty() {
    return new TimelineDraft(List.of());
  }

  List<Checkpoint> checkpoints() {
    return checkpoints.items();
  }

  List<Stay> stays() {
    return stays.items();
  }

  List<TripEntry> trips() {
    return trips.items();
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
    trips.replacedBy(news).forEach(trip -> freshTrips.remove(trip.id()));
    news.trips().forEach(trip -> freshTrips.put(trip.id(), trip));

    news.stays().forEach(stay -> newsMonths.add(Months.of(stay.start())));
    news.trips().forEach(trip -> newsMonths.add(Months.of(trip.start())));
    news.gaps().forEach(gap -> newsMonths.add(Months.of(gap.start())));
    news.checkpoints().forEach(cut -> newsMonths.add(Months.of(cut.at())));
    note(news);
    stays = stays.replaced(news, news.stays());
    trips = trips.replaced(news, news.trips().stream().map(TripEntry::of).toList());
    gaps = gaps.replaced(news, news.gaps());
    checkpoints = checkpoints.replaced(news, news.checkpoints());
  }

  /// Trips not derived anew whose documents will have to say other ids.
  List<TripEntry> relabelled(Pins pins) {
    ItemLabels labels = ItemLabels.of(stays.items(), trips.items(), pins);
    return trips.items().stream()
        .filter(trip -> !freshTrips.containsKey(trip.id()))
        .filter(trip -> !labels.labelled(trip).equals(stored.labelled(trip)))
        .toList();
  }

  /// Takes stays and trips with the places found for them and the ids to show.
  void settle(Settlement settlement) {
    stays = stays.with(settlement.stays());
    trips = trips.with(settlement.trips());
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

  /// The months of this draft: those that were there stay, even when nothing is left in them; those
  /// in which nothing changed are the same objects.
  SortedMap<YearMonth, TimelineMonth> months(Collection<YearMonth> were, ChunkIndex chunks) {
    TreeSet<YearMonth> all = new TreeSet<>(were);
    all.addAll(chunks.months());
    all.addAll(newsMonths);
    SortedMap<YearMonth, TimelineMonth> months = new TreeMap<>();
    for (YearMonth month : all) {
      months.put(month, month(month, chunks.of(month)));
    }
    return months;
  }

  private TimelineMonth month(YearMonth month, SortedMap<String, List<Long>> chunks) {
    List<Stay> itsStays = stays.in(month);
    List<TripEntry> itsTrips = trips.in(month);
    List<PinnedItem> itsPinned = pinnedAmong(itsStays, itsTrips);
    TimelineMonth old = before.get(month);
    return old != null
            && isSame(old.stays(), itsStays)
            && isSame(old.trips(), itsTrips)
            && isSame(old.gaps(), gaps.in(month))
            && isSame(old.checkpoints(), checkpoints.in(month))
            && old.pinned().equals(itsPinned)
            && old.chunks().equals(chunks)
        ? old
        : new TimelineMonth(
            month, itsStays, itsTrips, gaps.in(month), checkpoints.in(month), itsPinned, chunks);
  }

  // What was not replaced is the same object, and years are not to be compared.
  @SuppressWarnings("ReferenceEquality")
  private static <T> boolean isSame(List<T> one, List<T> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = one.get(i) == other.get(i);
    }
    return same;
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
    for (Stay stay : stays.replacedBy(news)) {
      end = stay.end().isAfter(end) ? stay.end() : end;
    }
    for (Stay stay : news.stays()) {
      end = stay.end().isAfter(end) ? stay.end() : end;
    }
    for (Trip trip : news.trips()) {
      end = trip.end().isAfter(end) ? trip.end() : end;
    }
    replaced.add(new TimeSpan(news.from(), end));
  }
}
