package polo.common.edge.standby;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.MergeLoop;
import polo.common.edge.store.OneStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Two stores, of which the one in use is read and written. Both are open all the time.
///
/// Before every call the epoch is looked at. While it is fenced, or when nothing was heard of it
/// for longer than the lease, or when the job began in another one, reads throw and writes are
/// answered `Unavailable`: to the worker the store is away, and the job comes again.
public final class SwitchedDocumentStore implements DocumentStore {

  private final DocumentStore primary;
  private final DocumentStore standby;
  private final EpochInForce inForce;

  /// @param primary keeps to its gate in `inForce`, as `standby` does to its own
  public SwitchedDocumentStore(DocumentStore primary, DocumentStore standby, EpochInForce inForce) {
    this.primary = primary;
    this.standby = standby;
    this.inForce = inForce;
  }

  /// What was heard of the control topic, see [EpochInForce#hear].
  public void hear(StoreEpoch epoch) {
    inForce.hear(epoch);
  }

  public StoreEpoch epoch() {
    return inForce.epoch();
  }

  /// One of the two, whatever is in use.
  public DocumentStore at(Side side) {
    return switch (side) {
      case PRIMARY -> primary;
      case STANDBY -> standby;
    };
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    return toRead().get(key);
  }

  @Override
  public Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys) {
    return toRead().getAll(keys);
  }

  @Override
  public Map<DocumentKey, Revision> revisions(Collection<DocumentKey> keys) {
    return toRead().revisions(keys);
  }

  @Override
  public WriteResult create(DocumentKey key, byte[] json) {
    return written(store -> store.create(key, json));
  }

  @Override
  public WriteResult replace(DocumentKey key, Revision expected, byte[] json) {
    return written(store -> store.replace(key, expected, json));
  }

  @Override
  public WriteResult remove(DocumentKey key, Revision expected) {
    return written(store -> store.remove(key, expected));
  }

  /// In steps of which each looks at the epoch anew.
  @Override
  public WriteResult merge(DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    return MergeLoop.merge(this, key, change);
  }

  @Override
  public WriteResult patch(DocumentKey key, List<Patch> patches) {
    return written(store -> store.patch(key, patches));
  }

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    return switch (choose()) {
      case Choice.Open(var store) -> store.writeAll(writes);
      case Choice.Closed(var why) ->
          writes.stream().<WriteResult>map(_ -> new WriteResult.Unavailable(why)).toList();
    };
  }

  @Override
  public List<DocumentKey> keys(String prefix, @Nullable DocumentKey after, int limit) {
    return toRead().keys(prefix, after, limit);
  }

  /// Gives up what is under way in both.
  @Override
  public void abandon() {
    primary.abandon();
    standby.abandon();
  }

  @Override
  public String describe() {
    StoreEpoch epoch = epoch();
    return "%s: %s".formatted(epoch.active(), at(epoch.active()).describe());
  }

  @Override
  public void close() {
    primary.close();
    standby.close();
  }

  private DocumentStore toRead() {
    return switch (choose()) {
      case Choice.Open(var store) -> store;
      case Choice.Closed(var why) -> throw new StoreUnavailableException(why, null);
    };
  }

  private WriteResult written(Function<DocumentStore, WriteResult> write) {
    return switch (choose()) {
      case Choice.Open(var store) -> write.apply(store);
      case Choice.Closed(var why) -> new WriteResult.Unavailable(why);
    };
  }

  /// What may be done now.
  private sealed interface Choice {
    record Open(DocumentStore store) implements Choice {}

    record Closed(String why) implements Choice {}
  }

  private Choice choose() {
    StoreEpoch epoch = inForce.epoch();
    return inForce
        .closed()
        .<Choice>map(Choice.Closed::new)
        .orElseGet(() ->
            OneStore.admits(epoch.number())
                ? new Choice.Open(at(epoch.active()))
                : new Choice.Closed("the store was switched while the job ran"));
  }
}
