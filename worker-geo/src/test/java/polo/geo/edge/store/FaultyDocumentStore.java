package polo.geo.edge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// A store at which something happens in the middle of many writes: the worker dies, so that some
/// of them are done and the caller is not told which; or another worker comes in between. What the
/// caller does next must not matter.
final class FaultyDocumentStore implements DocumentStore {

  private final DocumentStore store;
  private final Random chance;
  private final Runnable mishap;

  /// The worker dies now and then.
  FaultyDocumentStore(DocumentStore store, Random chance) {
    this(
        store,
        chance,
        () -> {
          throw new Died();
        });
  }

  /// Before one in forty writes there is a mishap.
  FaultyDocumentStore(DocumentStore store, Random chance, Runnable mishap) {
    this.store = store;
    this.chance = chance;
    this.mishap = mishap;
  }

  /// The worker dies here, as far as this test can kill one.
  static final class Died extends RuntimeException {}

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    List<WriteResult> results = new ArrayList<>();
    for (Write write : writes) {
      if (chance.nextInt(40) == 0) {
        mishap.run();
      }
      results.addAll(store.writeAll(List.of(write)));
    }
    return results;
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
    return "faulty " + store.describe();
  }

  @Override
  public void close() {
    store.close();
  }
}
