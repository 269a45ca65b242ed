package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import polo.common.document.PointsBucket;
import polo.common.document.TimelineMonth;

/// Which chunks of a user there are: by month, as the months keep them, the devices and the indexes
/// of their buckets. Years that are not looked into cost nothing.
final class ChunkIndex {

  private static final SortedMap<String, List<Long>> NONE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  private final NavigableMap<YearMonth, SortedMap<String, List<Long>>> months = new TreeMap<>();

  /// What the months name, and these slots.
  static ChunkIndex of(Collection<TimelineMonth> months, Collection<ChunkSlot> slots) {
    ChunkIndex index = new ChunkIndex();
    for (TimelineMonth month : months) {
      if (!month.chunks().isEmpty()) {
        index.months.put(month.month(), month.chunks());
      }
    }
    index.add(slots);
    return index;
  }

  private void add(Collection<ChunkSlot> slots) {
    SortedMap<YearMonth, SortedMap<String, SortedSet<Long>>> more = new TreeMap<>();
    for (ChunkSlot slot : slots) {
      YearMonth month = Months.of(slot.bucket().start());
      more.computeIfAbsent(month, _ -> new TreeMap<>())
          .computeIfAbsent(slot.deviceId(), _ -> new TreeSet<>())
          .add(slot.bucket().index());
    }
    more.forEach((month, devices) -> months.put(month, union(of(month), devices)));
  }

  private static SortedMap<String, List<Long>> union(
      SortedMap<String, List<Long>> one, SortedMap<String, SortedSet<Long>> other) {
    SortedMap<String, List<Long>> union = new TreeMap<>(one);
    other.forEach((device, buckets) -> {
      buckets.addAll(one.getOrDefault(device, List.of()));
      union.put(device, List.copyOf(buckets));
    });
    return union;
  }

  boolean isEmpty() {
    return months.isEmpty();
  }

  PointsBucket first() {
    return slots(months.firstKey()).getFirst().bucket();
  }

  PointsBucket last() {
    return slots(months.lastKey()).getLast().bucket();
  }

  SortedSet<YearMonth> months() {
    return months.navigableKeySet();
  }

  /// By device, the indexes of its buckets.
  SortedMap<String, List<Long>> of(YearMonth month) {
    return months.getOrDefault(month, NONE);
  }

  /// All slots from this quarter of an hour on, by time.
  Iterator<ChunkSlot> from(PointsBucket bucket) {
    return months.tailMap(Months.of(bucket.start()), true).keySet().stream()
        .flatMap(month -> slots(month).stream())
        .filter(slot -> slot.bucket().compareTo(bucket) >= 0)
        .iterator();
  }

  /// By time, within a quarter of an hour by device.
  private List<ChunkSlot> slots(YearMonth month) {
    NavigableMap<Long, List<ChunkSlot>> byTime = new TreeMap<>();
    of(month)
        .forEach((device, buckets) ->
            buckets.forEach(bucket ->
                byTime
                    .computeIfAbsent(bucket, _ -> new ArrayList<>(1))
                    .add(new ChunkSlot(device, new PointsBucket(bucket)))));
    return byTime.values().stream().flatMap(List::stream).toList();
  }
}
