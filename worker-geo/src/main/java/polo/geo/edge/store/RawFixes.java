package polo.geo.edge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import polo.common.document.DocumentKey;
import polo.common.document.PointsBucket;
import polo.common.document.PointsChunk;
import polo.common.document.PointsCodec;
import polo.common.earth.Fix;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// The raw fixes of users: chunks of a quarter of an hour, one document each. Merging is a union of
/// sets: order, batches and repetition make no difference.
final class RawFixes {

  /// A union meets another worker's union at most a few times; more means something is wrong.
  private static final int TRIES = 16;

  private final Documents documents;

  RawFixes(Documents documents) {
    this.documents = documents;
  }

  /// Sorts fixes into their slots.
  static Map<ChunkSlot, List<Fix>> slots(String deviceId, Collection<Fix> fixes) {
    Map<ChunkSlot, List<Fix>> slots = new HashMap<>();
    for (Fix fix : fixes) {
      ChunkSlot slot = new ChunkSlot(deviceId, PointsBucket.of(fix.at()));
      slots.computeIfAbsent(slot, _ -> new ArrayList<>()).add(fix);
    }
    return slots;
  }

  /// Stores the fixes; when this returns, every one of them is in its chunk.
  void merge(String userId, Map<ChunkSlot, List<Fix>> slots, Map<String, Long> because) {
    Map<ChunkSlot, List<Fix>> open = new HashMap<>(slots);
    for (int attempt = 0; attempt < TRIES && !open.isEmpty(); attempt++) {
      mergeOnce(userId, open, because);
    }
    if (!open.isEmpty()) {
      throw new ContendedException("chunks of " + userId);
    }
  }

  private void mergeOnce(String userId, Map<ChunkSlot, List<Fix>> open, Map<String, Long> because) {
    Map<DocumentKey, ChunkSlot> byKey = new TreeMap<>();
    open.keySet().forEach(slot -> byKey.put(keyOf(userId, slot), slot));
    var stored = documents.readAll(byKey.keySet(), PointsChunk.class);

    List<Write> writes = new ArrayList<>();
    byKey.forEach((key, slot) -> {
      var before = Optional.ofNullable(stored.get(key));
      PointsChunk merged = merged(slot.bucket(), before, fixesOf(open, slot));
      documents
          .write(key, before, merged, because)
          .ifPresentOrElse(writes::add, () -> open.remove(slot));
    });

    List<WriteResult> results = documents.store().writeAll(writes);
    for (int i = 0; i < writes.size(); i++) {
      if (Writes.isWritten(results.get(i))) {
        open.remove(byKey.get(writes.get(i).key()));
      }
    }
  }

  private static List<Fix> fixesOf(Map<ChunkSlot, List<Fix>> open, ChunkSlot slot) {
    return open.getOrDefault(slot, List.of());
  }

  private static PointsChunk merged(
      PointsBucket bucket, Optional<Versioned<PointsChunk>> before, List<Fix> fixes) {
    return before
        .map(chunk -> PointsCodec.merge(bucket, chunk.derived(), fixes))
        .orElseGet(() -> PointsCodec.encode(bucket, fixes));
  }

  static DocumentKey keyOf(String userId, ChunkSlot slot) {
    return DocumentKey.points(userId, slot.deviceId(), slot.bucket());
  }
}
