package polo.testkit.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// A store that counts what is asked of it. Not thread-safe.
public final class CountingDocumentStore implements DocumentStore {

  private final DocumentStore store;
  private Counts counts = new Counts(0, 0, 0, 0);

  public CountingDocumentStore(DocumentStore store) {
    this.store = store;
  }

  /// What was asked.
  ///
  /// @param read documents whose JSON was handed over
  /// @param revisions documents of which only the revision was
  /// @param written documents created, replaced, patched or removed
  /// @param items of the written, the places and journeys
  public record Counts(long read, long revisions, long written, long items) {

    private Counts plus(long moreRead, long moreRevisions, long moreWritten, long moreItems) {
      return new Counts(
          read + moreRead, revisions + moreRevisions, written + moreWritten, items + moreItems);
    }
  }

  /// Since they were last taken.
  public Counts take() {
    Counts taken = counts;
    counts = new Counts(0, 0, 0, 0);
    return taken;
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    Optional<StoredDocument> found = store.get(key);
    counts = counts.plus(found.isPresent() ? 1 : 0, 0, 0, 0);
    return found;
  }

  @Override
  public Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys) {
    Map<DocumentKey, StoredDocument> found = store.getAll(keys);
    counts = counts.plus(found.size(), 0, 0, 0);
    return found;
  }

  @Override
  public Map<DocumentKey, Revision> revisions(Collection<DocumentKey> keys) {
    Map<DocumentKey, Revision> found = store.revisions(keys);
    counts = counts.plus(0, found.size(), 0, 0);
    return found;
  }

  @Override
  public WriteResult create(DocumentKey key, byte[] json) {
    count(key);
    return store.create(key, json);
  }

  @Override
  public WriteResult replace(DocumentKey key, Revision expected, byte[] json) {
    count(key);
    return store.replace(key, expected, json);
  }

  @Override
  public WriteResult remove(DocumentKey key, Revision expected) {
    count(key);
    return store.remove(key, expected);
  }

  @Override
  public WriteResult merge(DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    count(key);
    return store.merge(key, change);
  }

  @Override
  public WriteResult patch(DocumentKey key, List<Patch> patches) {
    count(key);
    return store.patch(key, patches);
  }

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    writes.forEach(write -> count(write.key()));
    return store.writeAll(writes);
  }

  private void count(DocumentKey key) {
    boolean item = key.kind().equals("place") || key.kind().equals("journey");
    counts = counts.plus(0, 0, 1, item ? 1 : 0);
  }

  @Override
  public List<DocumentKey> keys(String prefix, @Nullable DocumentKey after, int limit) {
    return store.keys(prefix, after, limit);
  }

  @Override
  public String describe() {
    return "counted " + store.describe();
  }

  @Override
  public void close() {
    store.close();
  }
}
