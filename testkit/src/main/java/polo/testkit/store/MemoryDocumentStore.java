package polo.testkit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.PatchedJson;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Documents in memory, for tests: the same contract as a store on disk, and nothing left behind.
public final class MemoryDocumentStore implements DocumentStore {

  private final SortedMap<DocumentKey, StoredDocument> documents = new TreeMap<>();
  private long revision;

  @Override
  public synchronized Optional<StoredDocument> get(DocumentKey key) {
    return Optional.ofNullable(documents.get(key)).map(MemoryDocumentStore::copy);
  }

  @Override
  public synchronized Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys) {
    Map<DocumentKey, StoredDocument> found = new HashMap<>();
    for (DocumentKey key : keys) {
      get(key).ifPresent(document -> found.put(key, document));
    }
    return found;
  }

  @Override
  public synchronized WriteResult create(DocumentKey key, byte[] json) {
    return documents.containsKey(key) ? new WriteResult.Exists() : put(key, json);
  }

  @Override
  public synchronized WriteResult replace(DocumentKey key, Revision expected, byte[] json) {
    return isAt(key, expected) ? put(key, json) : new WriteResult.Stale();
  }

  @Override
  public synchronized WriteResult remove(DocumentKey key, Revision expected) {
    if (!documents.containsKey(key)) {
      return new WriteResult.Skipped();
    }
    if (!isAt(key, expected)) {
      return new WriteResult.Stale();
    }
    documents.remove(key);
    return new WriteResult.Written(nextRevision());
  }

  @Override
  public synchronized WriteResult merge(
      DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    return change
        .apply(get(key).map(StoredDocument::json))
        .map(json -> put(key, json))
        .orElseGet(WriteResult.Skipped::new);
  }

  @Override
  public synchronized WriteResult patch(DocumentKey key, List<Patch> patches) {
    return switch (PatchedJson.of(get(key).map(StoredDocument::json), patches)) {
      case PatchedJson.Changed(var json) -> put(key, json);
      case PatchedJson.Unchanged() -> new WriteResult.Skipped();
      case PatchedJson.Taken() -> new WriteResult.Exists();
    };
  }

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    List<WriteResult> results = new ArrayList<>();
    for (Write write : writes) {
      results.add(
          switch (write) {
            case Write.Create(var key, var json) -> create(key, json);
            case Write.Replace(var key, var expected, var json) -> replace(key, expected, json);
            case Write.Remove(var key, var expected) -> remove(key, expected);
            case Write.PatchPaths(var key, var patches) -> patch(key, patches);
          });
    }
    return results;
  }

  @Override
  public synchronized List<DocumentKey> keys(
      String prefix, @Nullable DocumentKey after, int limit) {
    return documents.keySet().stream()
        .filter(key -> key.value().startsWith(prefix))
        .filter(key -> after == null || key.compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public String describe() {
    return "memory";
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private boolean isAt(DocumentKey key, Revision expected) {
    StoredDocument document = documents.get(key);
    return document != null && document.revision().equals(expected);
  }

  private WriteResult put(DocumentKey key, byte[] json) {
    if (json.length > MAX_BYTES) {
      return new WriteResult.TooLarge(json.length);
    }
    Revision next = nextRevision();
    documents.put(key, new StoredDocument(json.clone(), next));
    return new WriteResult.Written(next);
  }

  private Revision nextRevision() {
    revision++;
    return new Revision(revision);
  }

  private static StoredDocument copy(StoredDocument document) {
    return new StoredDocument(document.json().clone(), document.revision());
  }
}
