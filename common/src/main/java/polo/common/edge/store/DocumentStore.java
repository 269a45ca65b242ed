package polo.common.edge.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;

/// JSON documents by key, changed by compare-and-set. Thread-safe; calls block.
///
/// Reads throw [StoreUnavailableException] when the store does not answer. Writes answer with a
/// [WriteResult], for a write has more ways to end. A written document survives `kill -9` once its
/// result is `Written`.
public interface DocumentStore extends AutoCloseable {

  /// The largest document; a larger one is answered `TooLarge`. It is what Couchbase takes, so that
  /// no store holds what another could not.
  int MAX_BYTES = 20 * 1024 * 1024;

  Optional<StoredDocument> get(DocumentKey key);

  /// The documents that exist, by key; missing ones are left out. One round trip where the store
  /// can.
  Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys);

  /// The revisions of the documents that exist, by key; missing ones are left out. What [#getAll]
  /// answers, for less where the store can.
  default Map<DocumentKey, Revision> revisions(Collection<DocumentKey> keys) {
    Map<DocumentKey, Revision> revisions = HashMap.newHashMap(keys.size());
    getAll(keys).forEach((key, document) -> revisions.put(key, document.revision()));
    return revisions;
  }

  /// Written, or `Exists` when the key is taken.
  WriteResult create(DocumentKey key, byte[] json);

  /// Written, or `Stale` when the document is no longer at `expected` (or is gone).
  WriteResult replace(DocumentKey key, Revision expected, byte[] json);

  /// Removed (answered as `Written`), or `Stale` when it is no longer at `expected`. Removing what
  /// is not there is `Skipped`.
  WriteResult remove(DocumentKey key, Revision expected);

  /// Read, change, write, again on contention. `change` gets the current JSON (absent when there is
  /// none) and answers the new JSON, or absent for "leave it as it is" (`Skipped`). It may run
  /// several times and must depend on nothing but its argument: after a write nobody knows the end
  /// of, it is asked again and must know its own effect (by a guard). `Stale` when others were
  /// faster too many times.
  WriteResult merge(DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change);

  /// Sets or drops members by path, all or none; creates the document when there is none and
  /// something is set. Sets and drops are repeatable by nature. `Exists` when a [Patch.Insert]
  /// finds its member taken; `Skipped`, where the store can tell, when nothing changes. Throws
  /// `IllegalArgumentException` when a path leads through something that has no members.
  WriteResult patch(DocumentKey key, List<Patch> patches);

  /// Many writes, each with its own result in the same place. Not a transaction: some may be
  /// written and others not. Writes to one key keep their order. A write that makes no sense throws
  /// as its own method would; those after it may be left undone.
  List<WriteResult> writeAll(List<Write> writes);

  /// Keys that begin with `prefix`, ascending, after `after`; at most `limit`. For administration
  /// (export, erase, repair): no user's read needs it.
  List<DocumentKey> keys(String prefix, @Nullable DocumentKey after, int limit);

  /// Gives up every request under way: each ends now, as if its answer were lost. For a store that
  /// is left because it does not answer. A store that always answers soon need not do anything.
  default void abandon() {}

  /// For people: which store, where.
  String describe();

  @Override
  void close();
}
