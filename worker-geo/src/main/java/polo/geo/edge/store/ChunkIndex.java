package polo.geo.edge.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import polo.common.document.PointsBucket;
import polo.common.document.TimelineMonth;

/// Which chunks of a user there are: by quarter of an hour, the devices that have one.
final class ChunkIndex {

  private final NavigableMap<PointsBucket, TreeSet<String>> devices = new TreeMap<>();

  /// What the months name, and these slots.
  static ChunkIndex of(Collection<TimelineMonth> months, Collection<ChunkSlot> slots) {
    ChunkIndex index = new ChunkIndex();
    for (TimelineMonth month : months) {
      month
          .chunks()
          .forEach((device, buckets) ->
              buckets.forEach(
                  bucket -> index.add(new ChunkSlot(device, new PointsBucket(bucket)))));
    }
    slots.forEach(index::add);
    return index;
  }

  private void add(ChunkSlot slot) {
    devices.computeIfAbsent(slot.bucket(), _ -> new TreeSet<>()).add(slot.deviceId());
  }

  boolean isEmpty() {
    return devices.isEmpty();
  }

  PointsBucket first() {
    return devices.firstKey();
  }

  PointsBucket last() {
    return devices.lastKey();
  }

  /// All slots from this quarter of an hour on, by time.
  List<ChunkSlot> from(PointsBucket bucket) {
    List<ChunkSlot> slots = new ArrayList<>();
    devices
        .tailMap(bucket, true)
        .forEach((when, names) -> names.forEach(name -> slots.add(new ChunkSlot(name, when))));
    return slots;
  }

  /// As the months keep it: by device, the indexes of its buckets.
  SortedMap<YearMonth, SortedMap<String, List<Long>>> byMonth() {
    SortedMap<YearMonth, SortedMap<String, List<Long>>> months = new TreeMap<>();
    devices.forEach((bucket, names) ->
        names.forEach(name ->
            months
                .computeIfAbsent(Months.of(bucket.start()), _ -> new TreeMap<>())
                .computeIfAbsent(name, _ -> new ArrayList<>())
                .add(bucket.index())));
    return months;
  }
}
