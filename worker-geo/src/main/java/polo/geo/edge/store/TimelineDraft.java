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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import polo.common.document.CarriedId;
import polo.common.document.Checkpoint;
import polo.common.document.DerivationVersion;
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
  private final DerivationVersion version;
  private final ForeignMonths foreign;
  private final CarriedIds carried;
  private final ItemLabels stored;
  private final Map<String, Stay> shownStays = new HashMap<>();
  private final Map<String, TripEntry> shownTrips = new HashMap<>();
  private ByStart<Stay> stays;
  private ByStart<TripEntry> trips;
  private ByStart<Gap> gaps;
  private ByStart<Checkpoint> checkpoints;
  private Map<YearMonth, List<PinnedItem>> pinned = Map.of();
  private Map<String, Trip> freshTrips = new HashMap<>();
  private final List<TimeSpan> replaced = new ArrayList<>();
  private final Set<Checkpoint> farCuts = new HashSet<>();
  private final Set<YearMonth> newsMonths = new HashSet<>();

  /// @param months in order
  /// @param kept those of which something is kept
  private TimelineDraft(
      Collection<TimelineMonth> months, Collection<TimelineMonth> kept, DerivationVersion version) {
    months.forEach(month -> before.put(month.month(), month));
    this.version = version;
    this.foreign = ForeignMonths.of(months, version);
    this.carried = CarriedIds.of(months);
    this.stored = ItemLabels.of(kept.stream().flatMap(month -> month.pinned().stream()).toList());
    ItemLabels derived = stored.inverse();
    this.stays = ByStart.of(kept, TimelineMonth::stays, Stay::start);
    this.trips = ByStart.of(kept, TimelineMonth::trips, TripEntry::start);
    this.stays = stays.with(derived(stays.items(), derived::labelled, Stay::id, shownStays));
    this.trips = trips.with(derived(trips.items(), derived::labelled, TripEntry::id, shownTrips));
    this.gaps = ByStart.of(kept, TimelineMonth::gaps, Gap::start);
    this.checkpoints = ByStart.of(kept, TimelineMonth::checkpoints, Checkpoint::at);
  }

  static TimelineDraft of(Collection<TimelineMonth> months, DerivationVersion version) {
    return new TimelineDraft(months, months, version);
  }

  /// Of which nothing is kept.
  static TimelineDraft anew(Collection<TimelineMonth> months, DerivationVersion version) {
    return new TimelineDraft(months, List.of(), version);
  }

  /// Items by the ids they were derived with; those that are shown by others are noted as they are.
  @SuppressWarnings("ReferenceEquality")
  private static <T> List<T> derived(
      List<T> items, UnaryOperator<T> derived, Function<T, String> id, Map<String, T> shown) {
    List<T> all = new ArrayList<>(items.size());
    for (T item : items) {
      T one = derived.apply(item);
      if (one != item) {
        shown.put(id.apply(item), item);
      }
      all.add(one);
    }
    return all;
  }

  List<Checkpoint> checkpoints() {
    return checkpoints.items();
  }

  /// Where other versions began anew.
  Set<Instant> foreignCuts() {
    return foreign.among(checkpoints);
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
    news.trips().forEach(trip -> freshTrips.put(trip.id(), trip.of(version)));

    news.stays().forEach(stay -> newsMonths.add(Months.of(stay.start())));
    news.trips().forEach(trip -> newsMonths.add(Months.of(trip.start())));
    news.gaps().forEach(gap -> newsMonths.add(Months.of(gap.start())));
    news.checkpoints().forEach(cut -> newsMonths.add(Months.of(cut.at())));
    note(news);
    foreign.replace(news);
    stays = stays.replaced(news, news.stays());
    trips = trips.replaced(news, news.trips().stream().map(TripEntry::of).toList());
    gaps = gaps.replaced(news, news.gaps());
    checkpoints = checkpoints.replaced(news, news.checkpoints());
  }

  /// Trips not derived anew whose documents will have to say other ids.
  List<TripEntry> relabelled(Pins pins) {
    carried.carry(foreign, stays.items(), trips.items());
    ItemLabels labels = ItemLabels.of(stays.items(), trips.items(), pins, carried.all());
    return labels.showAs(stored)
        ? List.of()
        : trips.items().stream()
            .filter(trip -> !freshTrips.containsKey(trip.id()))
            .filter(trip -> !labels.labelled(trip).equals(stored.labelled(trip)))
            .toList();
  }

  /// True when something that another version made is replaced.
  boolean replacesForeign() {
    return !foreign.replacedStays().isEmpty() || !foreign.replacedTrips().isEmpty();
  }

  /// Ids that items keep, once [#relabelled] was asked.
  List<CarriedId> carried() {
    return carried.all();
  }

  /// Takes stays and trips with the places found for them and the ids to show.
  void settle(Settlement settlement) {
    carried.carryJourneys(settlement.carriedJourneys(), stays::monthFrom);
    stays = stays.with(asBefore(settlement.stays(), Stay::id, shownStays));
    trips = trips.with(asBefore(settlement.trips(), TripEntry::id, shownTrips));
    pinned = byMonth(settlement.pinned());
    Map<String, Trip> labelled = new HashMap<>();
    for (Trip trip : freshTrips.values()) {
      Trip shown = settlement.labels().labelled(trip);
      labelled.put(shown.id(), shown);
    }
    freshTrips = labelled;
  }

  /// What is shown as it was is the same object again: years are not to be compared.
  private static <T> List<T> asBefore(List<T> items, Function<T, String> id, Map<String, T> shown) {
    return shown.isEmpty()
        ? items
        : items.stream()
            .map(item -> item.equals(shown.get(id.apply(item))) ? shown.get(id.apply(item)) : item)
            .toList();
  }

  private Map<YearMonth, List<PinnedItem>> byMonth(List<PinnedItem> items) {
    if (items.isEmpty()) {
      return Map.of();
    }
    Map<String, Instant> starts = new HashMap<>();
    stays.items().forEach(stay -> starts.put(stay.id(), stay.start()));
    trips.items().forEach(trip -> starts.put(trip.id(), trip.start()));
    Map<YearMonth, List<PinnedItem>> byMonth = new HashMap<>();
    for (PinnedItem item : items) {
      Instant start = starts.get(item.id());
      if (start != null) {
        byMonth.computeIfAbsent(Months.of(start), _ -> new ArrayList<>()).add(item);
      }
    }
    return byMonth;
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
    List<PinnedItem> itsPinned = pinned.getOrDefault(month, List.of());
    List<CarriedId> itsCarried = carried.in(month);
    TimelineMonth old = before.get(month);
    return old != null
            && isSame(old.stays(), itsStays)
            && isSame(old.trips(), itsTrips)
            && isSame(old.gaps(), gaps.in(month))
            && isSame(old.checkpoints(), checkpoints.in(month))
            && old.pinned().equals(itsPinned)
            && old.carried().equals(itsCarried)
            && old.chunks().equals(chunks)
            && !foreign.isWhollyReplaced(month)
        ? old
        : new TimelineMonth(
            month,
            itsStays,
            itsTrips,
            gaps.in(month),
            checkpoints.in(month),
            itsPinned,
            itsCarried,
            chunks,
            foreign.versionOf(month, old));
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
