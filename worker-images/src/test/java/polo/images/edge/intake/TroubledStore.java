package polo.images.edge.intake;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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

/// A real store whose next batches of writes end as told, without being written; then it is well
/// again. What is told to happen before a write, happens.
final class TroubledStore implements DocumentStore {

  private final DocumentStore store;
  private final Deque<WriteResult> answers = new ArrayDeque<>();
  private final Deque<Runnable> interruptions = new ArrayDeque<>();

  TroubledStore(DocumentStore store) {
    this.store = store;
  }

  TroubledStore answering(WriteResult answer, int times) {
    for (int i = 0; i < times; i++) {
      answers.add(answer);
    }
    return this;
  }

  /// Runs between a caller's reading and its next write of this kind of document.
  void interruptWith(Runnable interruption) {
    interruptions.add(interruption);
  }

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    boolean photo = writes.getFirst().key().value().startsWith("photo::");
    if (photo && !interruptions.isEmpty()) {
      interruptions.poll().run();
    }
    WriteResult answer = answers.poll();
    return answer == null ? store.writeAll(writes) : List.of(answer);
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    return store.get(key);
  }

  @Override
  public Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys) {
    return store.getAll(keys);
  }

  @Override
  public WriteResult create(DocumentKey key, byte[] json) {
    return store.create(key, json);
  }

  @Override
  public WriteResult replace(DocumentKey key, Revision expected, byte[] json) {
    return store.replace(key, expected, json);
  }

  @Override
  public WriteResult remove(DocumentKey key, Revision expected) {
    return store.remove(key, expected);
  }

  @Override
  public WriteResult merge(DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    return store.merge(key, change);
  }

  @Override
  public WriteResult patch(DocumentKey key, List<Patch> patches) {
    return store.patch(key, patches);
  }

  @Override
  public List<DocumentKey> keys(String prefix, @Nullable DocumentKey after, int limit) {
    return store.keys(prefix, after, limit);
  }

  @Override
  public String describe() {
    return store.describe();
  }

  @Override
  public void close() {
    store.close();
  }
}
