package polo.common.edge.store;

import java.util.Optional;
import java.util.function.Function;
import polo.common.document.DocumentKey;

/// Read, change, write, again when someone else was faster or nobody knows how the write ended. In
/// the second case `change` sees its own effect, if it had one, and must know it again.
public final class MergeLoop {

  /// Someone gets through in every round. With ten writers at one document all the time, one of
  /// them loses this often in a row once in some forty thousand merges.
  private static final int ATTEMPTS = 100;

  /// More than bad luck: the store is ill, and the job will be done again.
  private static final int UNKNOWN_ENDS = 3;

  private MergeLoop() {}

  public static WriteResult merge(
      DocumentStore store, DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    WriteResult result = new WriteResult.Stale();
    int unknownEnds = 0;
    for (int attempt = 0; attempt < ATTEMPTS && isOpen(result, unknownEnds); attempt++) {
      result = tryOnce(store, key, change);
      unknownEnds += result instanceof WriteResult.Ambiguous ? 1 : 0;
    }
    return isBeaten(result) ? new WriteResult.Stale() : result;
  }

  private static WriteResult tryOnce(
      DocumentStore store, DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    Optional<StoredDocument> before = store.get(key);
    Optional<byte[]> after = change.apply(before.map(StoredDocument::json));
    if (after.isEmpty()) {
      return new WriteResult.Skipped();
    }
    return before
        .map(document -> store.replace(key, document.revision(), after.get()))
        .orElseGet(() -> store.create(key, after.get()));
  }

  private static boolean isOpen(WriteResult result, int unknownEnds) {
    boolean unknown = result instanceof WriteResult.Ambiguous && unknownEnds < UNKNOWN_ENDS;
    return isBeaten(result) || unknown;
  }

  private static boolean isBeaten(WriteResult result) {
    return result instanceof WriteResult.Stale || result instanceof WriteResult.Exists;
  }
}
