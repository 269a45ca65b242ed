package polo.common.edge.store.couchbase;

import com.couchbase.client.core.error.FeatureNotAvailableException;
import com.couchbase.client.java.ReactiveCollection;
import com.couchbase.client.java.kv.ScanOptions;
import com.couchbase.client.java.kv.ScanTerm;
import com.couchbase.client.java.kv.ScanType;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.StoreGate;
import polo.common.edge.store.StoreUnavailableException;

/// Keys in order, without an index: every partition of a collection is scanned for the range, and
/// the smallest are kept. A page costs a scan of all keys of its range after it, so this is for
/// administration, not for users; it needs a server of 7.6 or newer.
final class KeyScan {

  private final Function<String, ReactiveCollection> collections;

  private final Requests requests;
  private final StoreGate gate;

  KeyScan(Function<String, ReactiveCollection> collections, Requests requests, StoreGate gate) {
    this.collections = collections;
    this.requests = requests;
    this.gate = gate;
  }

  List<DocumentKey> page(String prefix, @Nullable DocumentKey after, int limit) {
    Range range = Range.of(prefix, after);
    NavigableSet<String> smallest = new TreeSet<>();
    for (String collection : CollectionNames.of(prefix)) {
      Range within = range.within(collection);
      boolean full = smallest.size() >= limit;
      boolean beyond = full && within.from().compareTo(smallest.last()) > 0;
      if (!within.isEmpty() && !beyond) {
        keepSmallest(collection, within, smallest, limit);
      }
    }
    List<DocumentKey> keys = new ArrayList<>(smallest.size());
    smallest.forEach(key -> keys.add(new DocumentKey(key)));
    return keys;
  }

  /// Keys from `from` on (after it when it is a key already seen), before `to`.
  private record Range(String from, boolean afterFrom, String to) {

    static Range of(String prefix, @Nullable DocumentKey after) {
      boolean begun = after != null && after.value().compareTo(prefix) >= 0;
      return new Range(
          begun && after != null ? after.value() : prefix, begun, prefix + DocumentKey.AFTER_ALL);
    }

    /// What of it a collection may have, which is what begins with its name; unless it is for all
    /// others.
    Range within(String collection) {
      if (collection.equals(CollectionNames.OTHER)) {
        return this;
      }
      boolean later = collection.compareTo(from) > 0;
      String end = collection + "::" + DocumentKey.AFTER_ALL;
      return new Range(
          later ? collection : from, !later && afterFrom, end.compareTo(to) < 0 ? end : to);
    }

    boolean isEmpty() {
      return from.compareTo(to) >= 0;
    }

    ScanType scan() {
      return ScanType.rangeScan(
          afterFrom ? ScanTerm.exclusive(from) : ScanTerm.inclusive(from), ScanTerm.exclusive(to));
    }
  }

  private void keepSmallest(
      String collection, Range range, NavigableSet<String> smallest, int limit) {
    String closed = gate.closedToReads();
    if (closed != null) {
      throw new StoreUnavailableException(closed, null);
    }
    try {
      requests
          .abandonable(
              collections
                  .apply(collection)
                  .scan(range.scan(), ScanOptions.scanOptions().idsOnly(true))
                  .doOnNext(found -> keep(found.id(), smallest, limit))
                  .then()
                  .toFuture())
          .join();
    } catch (CompletionException e) {
      throw Failures.cause(e) instanceof FeatureNotAvailableException
          ? new StoreUnavailableException(
              "listing keys needs a Couchbase Server of 7.6 or newer", e)
          : new StoreUnavailableException(Failures.sentence(Failures.cause(e)), e);
    }
  }

  private static void keep(String key, NavigableSet<String> smallest, int limit) {
    smallest.add(key);
    if (smallest.size() > limit) {
      smallest.pollLast();
    }
  }
}
