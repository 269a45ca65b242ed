package polo.geo.edge.store;

import java.util.List;
import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoredDocument;
import polo.common.job.Event;
import polo.common.job.Outcome;

/// Deletes everything of a user: documents of every kind, and blobs. Repeatable; what arrives later
/// on the user's lane starts from nothing.
public final class UserEraser {

  private static final int PAGE = 500;

  /// Kinds whose keys have parts after the user's, and those that end with it.
  private static final List<String> FAMILIES =
      List.of("points", "timeline", "trip", "place", "journey", "photo", "photos");

  private static final List<String> SINGLES = List.of("pins", "places", "asked", "user");

  private final DocumentStore store;
  private final BlobStore blobs;

  public UserEraser(DocumentStore store, BlobStore blobs) {
    this.store = store;
    this.blobs = blobs;
  }

  public Outcome erase(String userId) {
    int documents = 0;
    for (String kind : FAMILIES) {
      documents += removeAll(DocumentKey.prefix(kind, userId));
    }
    for (String kind : SINGLES) {
      documents += remove(DocumentKey.of(kind, userId));
    }
    int removedBlobs = 0;
    for (String prefix : BlobKeys.prefixes(userId)) {
      removedBlobs += removeBlobs(prefix);
    }
    return Outcome.done(new Event.UserErased(userId, documents, removedBlobs));
  }

  private int removeAll(String prefix) {
    int removed = 0;
    List<DocumentKey> page = store.keys(prefix, null, PAGE);
    while (!page.isEmpty()) {
      for (DocumentKey key : page) {
        removed += remove(key);
      }
      page = store.keys(prefix, page.getLast(), PAGE);
    }
    return removed;
  }

  /// Removes whatever is there, also when it is being written at this moment.
  private int remove(DocumentKey key) {
    Optional<StoredDocument> found = store.get(key);
    while (found.isPresent()) {
      if (Writes.isWritten(store.remove(key, found.get().revision()))) {
        return 1;
      }
      found = store.get(key);
    }
    return 0;
  }

  private int removeBlobs(String prefix) {
    int removed = 0;
    List<String> page = blobs.keys(prefix, null, PAGE);
    while (!page.isEmpty()) {
      for (String key : page) {
        removed += blobs.remove(key) ? 1 : 0;
      }
      page = blobs.keys(prefix, page.getLast(), PAGE);
    }
    return removed;
  }
}
