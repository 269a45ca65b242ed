package polo.common.document;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A month of a user's timeline: the index of everything. Items belong to the month (UTC) they
/// start in; midnight and month's end split nothing.
///
/// @param pinned of the stays and trips those whose ids are not those they were derived with, or
///   that the user pinned, by kind and id
/// @param carried ids that items keep from earlier derivations, by kind and id
/// @param chunks by device, the indexes of the [PointsBucket]s that hold raw fixes, ascending
/// @param derivation that made its stays, trips, gaps and checkpoints; absent in documents older
///   than versions
public record TimelineMonth(
    YearMonth month,
    List<Stay> stays,
    List<TripEntry> trips,
    List<Gap> gaps,
    List<Checkpoint> checkpoints,
    List<PinnedItem> pinned,
    List<CarriedId> carried,
    SortedMap<String, List<Long>> chunks,
    @Nullable DerivationVersion derivation) {

  public TimelineMonth {
    stays = List.copyOf(stays);
    trips = List.copyOf(trips);
    gaps = List.copyOf(gaps);
    checkpoints = List.copyOf(checkpoints);
    pinned = List.copyOf(pinned);
    carried = List.copyOf(carried);
    TreeMap<String, List<Long>> sorted = new TreeMap<>();
    for (Map.Entry<String, List<Long>> device : chunks.entrySet()) {
      sorted.put(device.getKey(), List.copyOf(device.getValue()));
    }
    chunks = Collections.unmodifiableSortedMap(sorted);
  }

  /// A month without pins, of no known version.
  public TimelineMonth(
      YearMonth month,
      List<Stay> stays,
      List<TripEntry> trips,
      List<Gap> gaps,
      List<Checkpoint> checkpoints,
      SortedMap<String, List<Long>> chunks) {
    this(month, stays, trips, gaps, checkpoints, List.of(), List.of(), chunks, null);
  }

  public static TimelineMonth empty(YearMonth month) {
    return new TimelineMonth(month, List.of(), List.of(), List.of(), List.of(), new TreeMap<>());
  }

  /// The same month, but for these cuts.
  public TimelineMonth without(Set<Checkpoint> cuts) {
    List<Checkpoint> rest = checkpoints.stream().filter(cut -> !cuts.contains(cut)).toList();
    return new TimelineMonth(month, stays, trips, gaps, rest, pinned, carried, chunks, derivation);
  }

  /// The same month, said to be of this version.
  public TimelineMonth of(DerivationVersion version) {
    return new TimelineMonth(
        month, stays, trips, gaps, checkpoints, pinned, carried, chunks, version);
  }

  /// What made it; [DerivationVersion#UNKNOWN] when it does not say.
  public DerivationVersion madeBy() {
    return derivation == null ? DerivationVersion.UNKNOWN : derivation;
  }
}
