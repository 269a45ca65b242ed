package polo.geo.edge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.PointsBucket;
import polo.common.document.PointsChunk;
import polo.common.document.PointsCodec;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.geo.timeline.UserFixes;
import polo.geo.track.DeviceFix;

/// A user's fixes read from their chunks, a page of quarters of an hour at a time, as far as they
/// are asked for.
record StoredFixes(String userId, ChunkIndex index, Documents documents) implements UserFixes {

  /// Half a day of one device: mostly all that a derivation looks at.
  private static final int PAGE = 48;

  @Override
  public Iterator<DeviceFix> from(Instant start) {
    return new Pages(index.from(PointsBucket.of(start)), start);
  }

  private final class Pages implements Iterator<DeviceFix> {

    private final Iterator<ChunkSlot> slots;
    private final Instant start;
    private @Nullable ChunkSlot next;
    private Iterator<DeviceFix> page = Collections.emptyIterator();

    Pages(Iterator<ChunkSlot> slots, Instant start) {
      this.slots = slots;
      this.start = start;
      this.next = nextSlot();
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && next != null) {
        page = turn().iterator();
      }
      return page.hasNext();
    }

    @Override
    public DeviceFix next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no more fixes of " + userId);
      }
      return page.next();
    }

    private List<DeviceFix> turn() {
      List<ChunkSlot> turned = new ArrayList<>();
      @Nullable PointsBucket last = null;
      // Chunks of one quarter of an hour belong together: devices are merged by time.
      while (next != null && (turned.size() < PAGE || next.bucket().equals(last))) {
        last = next.bucket();
        turned.add(next);
        next = nextSlot();
      }
      return read(turned);
    }

    private @Nullable ChunkSlot nextSlot() {
      return slots.hasNext() ? slots.next() : null;
    }

    private List<DeviceFix> read(List<ChunkSlot> turned) {
      List<DocumentKey> keys = turned.stream().map(slot -> RawFixes.keyOf(userId, slot)).toList();
      Map<DocumentKey, Versioned<PointsChunk>> chunks = documents.readAll(keys, PointsChunk.class);
      List<DeviceFix> fixes = new ArrayList<>();
      for (ChunkSlot slot : turned) {
        Versioned<PointsChunk> chunk = chunks.get(RawFixes.keyOf(userId, slot));
        if (chunk != null) {
          PointsCodec.decode(slot.bucket(), chunk.derived()).stream()
              .filter(fix -> !fix.at().isBefore(start))
              .forEach(fix -> fixes.add(new DeviceFix(slot.deviceId(), fix)));
        }
      }
      fixes.sort(DeviceFix.ORDER);
      return fixes;
    }
  }
}
