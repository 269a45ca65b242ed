package polo.testkit.couchbase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The documents, changed one key at a time. It outlives the node's sockets, as a disk would.
final class Vault {

  /// A document's place.
  record Id(long collection, String key) {}

  /// What an operation makes of a document: what is there after it, and what is answered.
  ///
  /// @param after absent when nothing changed; a tombstone when the document was removed
  record Change(@Nullable Item after, KvAnswer answer) {

    static Change none(Status status) {
      return new Change(null, KvAnswer.of(status));
    }
  }

  /// An operation on one document, which is absent when there is none.
  interface Operation {
    Change on(@Nullable Item before);
  }

  private final Map<Id, Item> items = new ConcurrentHashMap<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicLong shiftSeconds = new AtomicLong();

  KvAnswer change(Id id, Operation operation) {
    KvAnswer[] answer = new KvAnswer[1];
    items.compute(
        id,
        (_, item) -> {
          @Nullable Item before = item != null && item.isThere(now()) ? item : null;
          Change change = operation.on(before);
          answer[0] = change.answer();
          return change.after() == null ? item : change.after();
        });
    return answer[0];
  }

  @Nullable Item find(Id id) {
    Item item = items.get(id);
    return item != null && item.isThere(now()) ? item : null;
  }

  /// The documents of a collection and partition with keys in this range, in order of their keys.
  List<Map.Entry<String, Item>> scan(long collection, int partition, KeyRange range) {
    List<Map.Entry<String, Item>> found = new ArrayList<>();
    items.forEach((id, item) -> {
      if (id.collection() == collection
          && item.partition() == partition
          && item.isThere(now())
          && range.has(id.key())) {
        found.add(Map.entry(id.key(), item));
      }
    });
    found.sort(Map.Entry.comparingByKey());
    return found;
  }

  /// All states later than a sequence number, tombstones among them, in the order they were made.
  List<Map.Entry<Id, Item>> after(long after) {
    return items.entrySet().stream()
        .filter(entry -> entry.getValue().sequence() > after)
        .sorted(Comparator.comparingLong(entry -> entry.getValue().sequence()))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Takes a state made elsewhere, unless the one here is later.
  boolean accept(Id id, Item item) {
    boolean[] taken = new boolean[1];
    items.compute(
        id,
        (_, mine) -> {
          taken[0] = mine == null || item.cas() > mine.cas();
          return taken[0] ? item : mine;
        });
    clock.accumulateAndGet(item.cas(), Math::max);
    return taken[0];
  }

  void clear() {
    items.clear();
  }

  long nextSequence() {
    return sequence.incrementAndGet();
  }

  long lastSequence() {
    return sequence.get();
  }

  /// A revision: later than all before, and near the time in nanoseconds, as the server's are.
  long nextCas() {
    long wall = System.currentTimeMillis() * 1_000_000L & ~0xffffL;
    return clock.updateAndGet(last -> Math.max(last + 1, wall));
  }

  void passTime(Duration duration) {
    shiftSeconds.addAndGet(duration.toSeconds());
  }

  /// The second of the epoch that a protocol's expiry means.
  long expiry(int field) {
    long seconds = field & 0xffff_ffffL;
    boolean relative = seconds > 0 && seconds <= Duration.ofDays(30).toSeconds();
    return relative ? now() + seconds : seconds;
  }

  private long now() {
    return System.currentTimeMillis() / 1000 + shiftSeconds.get();
  }
}
