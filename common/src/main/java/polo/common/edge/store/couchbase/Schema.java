package polo.common.edge.store.couchbase;

import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.StoredDocument;

/// Which layout of documents a bucket has: stamped by `polo init`, checked by whoever opens it.
///
/// @param version rises when an older Polo could no longer read what a newer one writes
record Schema(int version) {

  static final Schema CURRENT = new Schema(1);
  static final DocumentKey KEY = DocumentKey.of(CollectionNames.META, "schema");

  static Schema of(StoredDocument stored) {
    return Json.read(stored.json(), Schema.class);
  }

  byte[] json() {
    return Json.bytes(this);
  }

  /// Throws `IllegalStateException` when a newer Polo wrote the bucket. An unstamped one passes:
  /// its collections are missing too, which every request will say.
  static void check(Optional<StoredDocument> stamp, String where) {
    stamp
        .map(Schema::of)
        .filter(found -> found.version() > CURRENT.version())
        .ifPresent(found -> {
          throw new IllegalStateException(
              "%s was written by a newer Polo (schema %d, this one knows %d)"
                  .formatted(where, found.version(), CURRENT.version()));
        });
  }
}
