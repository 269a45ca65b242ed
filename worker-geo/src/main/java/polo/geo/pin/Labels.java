package polo.geo.pin;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.CarriedId;
import polo.common.time.TimeSpan;

/// Ids that items have because of pins, or keep from an earlier derivation, by the ids they were
/// derived with. All other items keep theirs. Labels are put on last and taken off first: what is
/// derived knows nothing of them, and so does not depend on who pinned what first.
///
/// @param shown by derived id; only where they differ
/// @param pinned derived ids, by the id of the pin they answer to
public record Labels(Map<String, String> shown, Map<String, String> pinned) {

  public static final Labels NONE = new Labels(Map.of(), Map.of());

  /// So much of the pin's time in the item, or of the time of both in common, and it is the same.
  /// The first since a stay or journey may be pinned long before it is over.
  private static final double LEAST_SHARE = 0.5;

  public Labels {
    shown = Map.copyOf(shown);
    pinned = Map.copyOf(pinned);
  }

  private record Match(String labelId, String itemId, double common) {}

  /// Gives each pin the item that has most time in common with it (intersection over union), one to
  /// one, best first; and then, of the items left, each carried id likewise. Cost: pins times
  /// items; carried ids are found by bisection.
  ///
  /// @param items that do not meet in time
  public static <T> Labels of(
      Collection<? extends SpanPin> pins,
      Collection<CarriedId> carried,
      Collection<T> items,
      Function<T, String> id,
      Function<T, TimeSpan> span) {
    if (pins.isEmpty() && carried.isEmpty()) {
      return NONE;
    }
    List<Item> all =
        items.stream().map(item -> new Item(id.apply(item), span.apply(item))).toList();
    SortedMap<String, String> itemOf = new TreeMap<>();
    assign(itemOf, pinMatches(pins, all));
    assign(itemOf, carriedMatches(carried, all));
    assign(itemOf, namesakes(pins, all));
    Map<String, String> pinned = new HashMap<>();
    for (SpanPin pin : pins) {
      String item = itemOf.get(pin.id());
      if (item != null) {
        pinned.put(pin.id(), item);
      }
    }
    return new Labels(shown(itemOf, all.stream().map(Item::id).toList()), pinned);
  }

  private record Item(String id, TimeSpan span) {}

  private static List<Match> pinMatches(Collection<? extends SpanPin> pins, List<Item> items) {
    List<Match> matches = new ArrayList<>();
    for (SpanPin pin : pins) {
      for (Item item : items) {
        double common = common(pin.span(), item.span());
        if (common > 0) {
          matches.add(new Match(pin.id(), item.id(), common));
        }
      }
    }
    return matches;
  }

  private static List<Match> carriedMatches(Collection<CarriedId> carried, List<Item> items) {
    if (carried.isEmpty()) {
      return List.of();
    }
    List<Item> byTime = items.stream().sorted(comparing((Item i) -> i.span().start())).toList();
    List<Match> matches = new ArrayList<>();
    for (CarriedId one : carried) {
      int item = firstAfter(one.start(), byTime);
      for (; item < byTime.size() && byTime.get(item).span().overlaps(one.span()); item++) {
        double common = common(one.span(), byTime.get(item).span());
        if (common >= LEAST_SHARE || common > 0 && isGrown(one.span(), byTime.get(item).span())) {
          matches.add(new Match(one.id(), byTime.get(item).id(), common));
        }
      }
    }
    return matches;
  }

  /// An item that goes by the id of a pin of the same time is the pinned one, however little they
  /// have in common: nobody could tell them apart.
  private static List<Match> namesakes(Collection<? extends SpanPin> pins, List<Item> items) {
    if (pins.isEmpty()) {
      return List.of();
    }
    Map<String, SpanPin> byId = new HashMap<>();
    pins.forEach(pin -> byId.put(pin.id(), pin));
    List<Match> matches = new ArrayList<>();
    for (Item item : items) {
      SpanPin pin = byId.get(item.id());
      if (pin != null && pin.span().overlaps(item.span())) {
        matches.add(new Match(item.id(), item.id(), 0));
      }
    }
    return matches;
  }

  /// What was carried while it lasted may have gone on: then it begins where it began. Else a long
  /// stay would lose its own id to a short one that it swallowed.
  private static boolean isGrown(TimeSpan was, TimeSpan is) {
    return seconds(Duration.between(was.start(), is.start()).abs())
        <= LEAST_SHARE * seconds(was.duration());
  }

  /// Of the first item that ends after then.
  private static int firstAfter(Instant when, List<Item> byTime) {
    int low = 0;
    int high = byTime.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byTime.get(middle).span().end().isAfter(when)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// One to one, best first, of those that are not assigned yet.
  private static void assign(SortedMap<String, String> itemOf, List<Match> matches) {
    Set<String> taken = new HashSet<>(itemOf.values());
    matches.stream()
        .sorted(
            comparingDouble(Match::common)
                .reversed()
                .thenComparing(Match::labelId)
                .thenComparing(Match::itemId))
        .forEach(match -> {
          if (!itemOf.containsKey(match.labelId()) && taken.add(match.itemId())) {
            itemOf.put(match.labelId(), match.itemId());
          }
        });
  }

  /// 0 when they are not the same thing.
  private static double common(TimeSpan pin, TimeSpan item) {
    double overlap = seconds(pin.overlapWith(item));
    double union = seconds(pin.duration()) + seconds(item.duration()) - overlap;
    return overlap > 0 && overlap >= LEAST_SHARE * Math.min(union, seconds(pin.duration()))
        ? overlap / union
        : 0;
  }

  /// An item whose own id went to another gets the id that the other has left, so that no id is
  /// used twice.
  private static SortedMap<String, String> shown(
      Map<String, String> itemOf, Collection<String> items) {
    SortedMap<String, String> shown = new TreeMap<>();
    itemOf.forEach((label, item) -> shown.put(item, label));
    for (String item : items) {
      if (!shown.containsKey(item) && itemOf.containsKey(item)) {
        shown.put(item, leftBy(item, itemOf));
      }
    }
    shown.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return shown;
  }

  private static String leftBy(String id, Map<String, String> itemOf) {
    String left = id;
    String taker = itemOf.get(left);
    while (taker != null) {
      left = taker;
      taker = itemOf.get(left);
    }
    return left;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /// The id to show.
  public String of(String derivedId) {
    return shown.getOrDefault(derivedId, derivedId);
  }

  /// The id to show for an item that there may not be.
  public @Nullable String orNull(@Nullable String derivedId) {
    return derivedId == null ? null : of(derivedId);
  }

  public List<String> of(Collection<String> derivedIds) {
    return derivedIds.stream().map(this::of).toList();
  }

  /// From the ids shown back to those derived.
  public Labels inverse() {
    Map<String, String> derived = new HashMap<>();
    shown.forEach((from, to) -> derived.put(to, from));
    return new Labels(derived, Map.of());
  }
}
