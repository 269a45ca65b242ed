package polo.images.edge.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.CameraClocks;
import polo.common.document.DocumentKey;
import polo.common.document.PointsBucket;
import polo.common.document.PointsChunk;
import polo.common.document.PointsCodec;
import polo.common.document.TimelineMonth;
import polo.common.earth.Fix;
import polo.common.edge.store.Documents;
import polo.images.geotag.Whereabouts;

/// A user's timeline as it is stored now. Months and chunks are read once: make a new one for each
/// job.
final class StoredTimeline {

  /// How far back an item may have begun that still contains an instant.
  private static final int LONGEST_ITEM_MONTHS = 12;

  /// Photos come in bursts: neighbours share their chunks.
  private static final int MAX_CHUNKS_KEPT = 64;

  private final Documents documents;
  private final String userId;
  private final Map<YearMonth, Optional<TimelineMonth>> months = new HashMap<>();
  private final Map<DocumentKey, List<Fix>> chunks = new HashMap<>();
  private @Nullable CameraClocks clocks;

  StoredTimeline(Documents documents, String userId) {
    this.documents = documents;
    this.userId = userId;
  }

  /// The stay or trip that contains the instant. Items lie in the month they begin in, and do not
  /// overlap: the last one begun is the only candidate.
  Whereabouts whereabouts(Instant instant) {
    YearMonth month = monthOf(instant);
    read(List.of(month, month.minusMonths(1)));
    for (int back = 0; back <= LONGEST_ITEM_MONTHS; back++) {
      Optional<TimelineMonth> found = month(month.minusMonths(back));
      if (found.isEmpty() && back > 0) {
        return Whereabouts.UNKNOWN;
      }
      if (found.isPresent() && hasBegun(found.get(), instant)) {
        return Whereabouts.at(instant, found.get().stays(), found.get().trips());
      }
    }
    return Whereabouts.UNKNOWN;
  }

  /// The fixes within `reach` of the instant and some beyond, one list a device, in time order.
  List<List<Fix>> tracks(Instant instant, Duration reach) {
    NavigableMap<String, List<PointsBucket>> buckets = buckets(instant, reach);
    readChunks(buckets);
    List<List<Fix>> tracks = new ArrayList<>();
    buckets.forEach((device, of) -> tracks.add(track(device, of)));
    return tracks;
  }

  /// What is known of the user's cameras' clocks.
  CameraClocks clocks() {
    CameraClocks known = clocks;
    if (known == null) {
      known =
          documents
              .read(DocumentKey.cameras(userId), CameraClocks.class)
              .map(Documents.Versioned::derived)
              .orElse(CameraClocks.NONE);
      clocks = known;
    }
    return known;
  }

  static YearMonth monthOf(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }

  private static boolean hasBegun(TimelineMonth month, Instant instant) {
    return month.stays().stream().anyMatch(stay -> !stay.start().isAfter(instant))
        || month.trips().stream().anyMatch(trip -> !trip.start().isAfter(instant))
        || month.gaps().stream().anyMatch(gap -> !gap.start().isAfter(instant));
  }

  private NavigableMap<String, List<PointsBucket>> buckets(Instant instant, Duration reach) {
    long first = PointsBucket.of(instant.minus(reach)).index();
    long last = PointsBucket.of(instant.plus(reach)).index();
    YearMonth from = monthOf(instant.minus(reach));
    YearMonth to = monthOf(instant.plus(reach));
    NavigableMap<String, List<PointsBucket>> buckets = new TreeMap<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      SortedMap<String, List<Long>> devices =
          month(month).map(TimelineMonth::chunks).orElseGet(TreeMap::new);
      devices.forEach((device, indexes) ->
          indexes.stream()
              .filter(index -> index >= first && index <= last)
              .map(PointsBucket::new)
              .forEach(buckets.computeIfAbsent(device, d -> new ArrayList<>())::add));
    }
    return buckets;
  }

  private List<Fix> track(String device, List<PointsBucket> buckets) {
    return buckets.stream()
        .sorted()
        .distinct()
        .flatMap(bucket -> fixes(DocumentKey.points(userId, device, bucket)).stream())
        .toList();
  }

  private List<Fix> fixes(DocumentKey key) {
    return chunks.getOrDefault(key, List.of());
  }

  private Optional<TimelineMonth> month(YearMonth month) {
    read(List.of(month));
    return months.getOrDefault(month, Optional.empty());
  }

  private void read(Collection<YearMonth> wanted) {
    Map<DocumentKey, YearMonth> missing = new HashMap<>();
    wanted.stream()
        .filter(month -> !months.containsKey(month))
        .forEach(month -> missing.put(DocumentKey.timeline(userId, month), month));
    if (missing.isEmpty()) {
      return;
    }
    var found = documents.readAll(missing.keySet(), TimelineMonth.class);
    missing.forEach((key, month) ->
        months.put(month, Optional.ofNullable(found.get(key)).map(Documents.Versioned::derived)));
  }

  private void readChunks(Map<String, List<PointsBucket>> buckets) {
    Map<DocumentKey, PointsBucket> missing = new HashMap<>();
    buckets.forEach((device, of) ->
        of.forEach(bucket -> missing.put(DocumentKey.points(userId, device, bucket), bucket)));
    if (chunks.size() > MAX_CHUNKS_KEPT) {
      chunks.keySet().retainAll(missing.keySet());
    }
    missing.keySet().removeAll(chunks.keySet());
    if (missing.isEmpty()) {
      return;
    }
    var found = documents.readAll(missing.keySet(), PointsChunk.class);
    missing.forEach((key, bucket) ->
        chunks.put(
            key,
            Optional.ofNullable(found.get(key))
                .map(chunk -> PointsCodec.decode(bucket, chunk.derived()))
                .orElse(List.of())));
  }
}
