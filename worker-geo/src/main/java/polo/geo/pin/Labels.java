package polo.geo.pin;

import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.time.TimeSpan;

/// Ids that items have because of pins, by the ids they were derived with. All other items keep
/// theirs. Labels are put on last and taken off first: what is derived knows nothing of them, and
/// so does not depend on who pinned what first.
///
/// @param shown by derived id; only where they differ
/// @param pinned derived ids, by the id of the pin they answer to
public record Labels(SortedMap<String, String> shown, SortedMap<String, String> pinned) {

  public static final Labels NONE = new Labels(new TreeMap<>(), new TreeMap<>());

  /// So much of the pin's time in the item, or of the time of both in common, and it is the same.
  /// The first since a stay or journey may be pinned long before it is over.
  private static final double LEAST_SHARE = 0.5;

  public Labels {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    pinned = Collections.unmodifiableSortedMap(new TreeMap<>(pinned));
  }

  private record Match(String pinId, String itemId, double common) {}

  /// Gives each pin the item that has most time in common with it (intersection over union), one to
  /// one, best first. Cost: pins times items.
  public static <T> Labels of(
      Collection<? extends SpanPin> pins,
      Collection<T> items,
      Function<T, String> id,
      Function<T, TimeSpan> span) {
    if (pins.isEmpty()) {
      return NONE;
    }
    List<Match> matches = new ArrayList<>();
    for (SpanPin pin : pins) {
      for (T item : items) {
        double common = common(pin.span(), span.apply(item));
        if (common > 0) {
          matches.add(new Match(pin.id(), id.apply(item), common));
        }
      }
    }
    matches.sort(
        comparingDouble(Match::common)
            .reversed()
            .thenComparing(Match::pinId)
            .thenComparing(Match::itemId));
    SortedMap<String, String> itemOf = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (Match match : matches) {
      if (!itemOf.containsKey(match.pinId()) && taken.add(match.itemId())) {
        itemOf.put(match.pinId(), match.itemId());
      }
    }
    return new Labels(shown(itemOf, items.stream().map(id).toList()), itemOf);
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
    itemOf.forEach((pinId, item) -> shown.put(item, pinId));
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
    return new Labels(new TreeMap<>(derived), new TreeMap<>());
  }
}
