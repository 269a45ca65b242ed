package polo.geo.edge.store;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import polo.common.document.CarriedId;
import polo.common.document.CarriedId.Kind;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.TripEntry;
import polo.common.time.TimeSpan;
import polo.geo.timeline.Succession;
import polo.geo.timeline.Succession.Heir;
import polo.geo.timeline.Succession.Item;

/// The ids that items keep from earlier derivations, while a timeline is being replaced.
///
/// They change only where something of another version is replaced; else they are handed on, also
/// when nothing goes by them at the moment: a late fix may bring it back. So there are never more
/// than items were derived anew, and what nothing goes by is forgotten with the next version.
///
/// Each is filed in the month of the item it came from or of the one it went to, whichever is
/// earlier. Months are written in order, so a worker that dies in between has written it before the
/// last document that shows the id is overwritten.
final class CarriedIds {

  private static final Comparator<CarriedId> ORDER =
      comparing(CarriedId::kind).thenComparing(CarriedId::id);

  private record Key(Kind kind, String id) {
    static Key of(CarriedId carried) {
      return new Key(carried.kind(), carried.id());
    }
  }

  private record Filed(CarriedId carried, YearMonth month) {}

  private final Collection<TimelineMonth> months;
  private final Map<Key, Filed> stored = new HashMap<>();
  private Map<Key, Filed> now;
  private Map<YearMonth, List<CarriedId>> byMonth;

  private CarriedIds(Collection<TimelineMonth> months) {
    this.months = months;
    for (TimelineMonth month : months) {
      for (CarriedId carried : month.carried()) {
        stored.put(Key.of(carried), new Filed(carried, month.month()));
      }
    }
    this.now = stored;
    this.byMonth = byMonth(stored);
  }

  /// As the months keep them.
  static CarriedIds of(Collection<TimelineMonth> months) {
    return new CarriedIds(months);
  }

  List<CarriedId> all() {
    return now.values().stream().map(Filed::carried).sorted(ORDER).toList();
  }

  /// By kind and id.
  List<CarriedId> in(YearMonth month) {
    return byMonth.getOrDefault(month, List.of());
  }

  /// Passes the ids of what is replaced on to what there is instead.
  ///
  /// @param stays with the ids they were derived with
  /// @param trips likewise
  void carry(ForeignMonths foreign, List<Stay> stays, List<TripEntry> trips) {
    List<Item> oldStays = foreign.replacedStays().stream().map(CarriedIds::item).toList();
    List<Item> oldTrips = foreign.replacedTrips().stream().map(CarriedIds::item).toList();
    if (oldStays.isEmpty() && oldTrips.isEmpty()) {
      return;
    }
    now = new HashMap<>(stored);
    forget(Kind.STAY, oldStays, foreign, month -> month.stays().stream().map(Stay::id).toList());
    forget(
        Kind.TRIP, oldTrips, foreign, month -> month.trips().stream().map(TripEntry::id).toList());
    carry(Kind.STAY, Succession.DEFAULT.heirs(oldStays, items(stays, CarriedIds::item)));
    carry(Kind.TRIP, Succession.DEFAULT.heirs(oldTrips, items(trips, CarriedIds::item)));
    byMonth = byMonth(now);
  }

  /// Forgets the ids of what is replaced, and those around there that nothing went by.
  private void forget(
      Kind kind, List<Item> old, ForeignMonths foreign, Function<TimelineMonth, List<String>> ids) {
    Set<String> gone = old.stream().map(Item::id).collect(Collectors.toSet());
    List<CarriedId> idle =
        now.values().stream()
            .map(Filed::carried)
            .filter(carried -> carried.kind() == kind && !gone.contains(carried.id()))
            .filter(carried -> foreign.replaces(carried.start()))
            .toList();
    Set<String> shown = idle.isEmpty() ? Set.of() : new HashSet<>();
    if (!idle.isEmpty()) {
      months.forEach(month -> shown.addAll(ids.apply(month)));
    }
    idle.stream().filter(c -> !shown.contains(c.id())).forEach(c -> gone.add(c.id()));
    gone.forEach(id -> now.remove(new Key(kind, id)));
  }

  private void carry(Kind kind, List<Heir> heirs) {
    for (Heir heir : heirs) {
      if (heir.isRenamed()) {
        TimeSpan span = heir.anew().span();
        Instant was = heir.old().span().start();
        put(
            new CarriedId(kind, heir.old().id(), span.start(), span.end()),
            Months.of(was.isBefore(span.start()) ? was : span.start()));
      }
    }
  }

  /// What is filed already stays where it is.
  private void put(CarriedId carried, YearMonth month) {
    Filed before = stored.get(Key.of(carried));
    boolean isSame = before != null && before.carried().equals(carried);
    now.put(Key.of(carried), isSame ? before : new Filed(carried, month));
  }

  /// Takes the ids that journeys keep.
  ///
  /// @param month to file one in that begins then
  void carryJourneys(List<CarriedId> journeys, Function<Instant, YearMonth> month) {
    if (journeys.equals(all().stream().filter(c -> c.kind() == Kind.JOURNEY).toList())) {
      return;
    }
    now = new HashMap<>(now);
    now.keySet().removeIf(key -> key.kind() == Kind.JOURNEY);
    journeys.forEach(carried -> put(carried, month.apply(carried.start())));
    byMonth = byMonth(now);
  }

  private static Map<YearMonth, List<CarriedId>> byMonth(Map<Key, Filed> all) {
    Map<YearMonth, List<CarriedId>> byMonth = new HashMap<>();
    all.values()
        .forEach(filed ->
            byMonth.computeIfAbsent(filed.month(), _ -> new ArrayList<>()).add(filed.carried()));
    byMonth.values().forEach(carried -> carried.sort(ORDER));
    return byMonth;
  }

  private static <T> List<Item> items(List<T> some, Function<T, Item> item) {
    return some.stream().map(item).toList();
  }

  private static Item item(Stay stay) {
    return new Item(stay.id(), new TimeSpan(stay.start(), stay.end()));
  }

  private static Item item(TripEntry trip) {
    return new Item(trip.id(), new TimeSpan(trip.start(), trip.end()));
  }
}
