package polo.common.edge.kafka;

import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// The jobs of one partition that were begun and have not ended. They end in any order; what may be
/// committed is everything before the first open one.
///
/// Not thread-safe: it belongs to the thread that polls.
final class OffsetTracker {

  private static final long NONE = -1;

  private final SortedSet<Long> open = new TreeSet<>();
  private long highest = NONE;
  private long committed = NONE;

  void begin(long offset) {
    open.add(offset);
    highest = Math.max(highest, offset);
  }

  void end(long offset) {
    open.remove(offset);
  }

  /// The offset to go on from after a crash; absent when it is no other than the last committed.
  OptionalLong committable() {
    long next = open.isEmpty() ? highest + 1 : open.first();
    return highest != NONE && next > committed ? OptionalLong.of(next) : OptionalLong.empty();
  }

  void committed(long offset) {
    committed = Math.max(committed, offset);
  }

  /// How far begun jobs are ahead of the oldest open one, itself included; 0 when none is open.
  long span() {
    return open.isEmpty() ? 0 : highest - open.first() + 1;
  }
}
