package polo.common.edge.store;

import java.util.Optional;
import java.util.function.Function;
import polo.common.document.DocumentKey;

/// Read, change, write, again when someone else was faster.
final class MergeLoop {

  /// Someone gets through in every round. With ten writers at one document all the time, one of
  /// them loses this often in a row once in some forty thousand merges.
  private static final int ATTEMPTS = 100;

  private MergeLoop() {}

  static WriteResult merge(
      DocumentStore store, DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    WriteResult result = new WriteResult.Stale();
    for (int attempt = 0; attempt < ATTEMPTS && isBeaten(result); attempt++) {
      result = tryOnce(store, key, change);
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

  private static boolean isBeaten(WriteResult result) {
    return result instanceof WriteResult.Stale || result instanceof WriteResult.Exists;
  }
}
