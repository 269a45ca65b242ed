package polo.common.edge.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.Envelope;
import polo.common.edge.json.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/// Typed access to documents: JSON becomes an [Envelope] of a record, and back.
///
/// The app may write its `user` part before a worker has written anything. Such a document says
/// nothing yet and reads as absent; the first [#write] adds what it says and leaves `user` alone.
public final class Documents {

  /// What the app wrote passes through without losing a digit.
  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final DocumentStore store;

  public Documents(DocumentStore store) {
    this.store = store;
  }

  /// A document as it was read. Writing it back at this revision loses to anyone who was faster.
  public record Versioned<D>(Envelope<D> envelope, Revision revision) {
    public D derived() {
      return envelope.derived();
    }
  }

  public DocumentStore store() {
    return store;
  }

  public <D> Optional<Versioned<D>> read(DocumentKey key, Class<D> type) {
    return store.get(key).flatMap(stored -> decode(stored, type));
  }

  public <D> Map<DocumentKey, Versioned<D>> readAll(Collection<DocumentKey> keys, Class<D> type) {
    Map<DocumentKey, Versioned<D>> found = HashMap.newHashMap(keys.size());
    store
        .getAll(keys)
        .forEach((key, stored) -> decode(stored, type).ifPresent(read -> found.put(key, read)));
    return found;
  }

  /// The write that makes the document say `news`, or absent when it already does. Its guard moves
  /// only when what it says changes, so doing a job again changes no document.
  ///
  /// It ends `Stale` or `Exists` when the document is no longer as `before`: read again.
  public <D> Optional<Write> write(
      DocumentKey key, Optional<Versioned<D>> before, D news, Map<String, Long> because) {
    if (before.isEmpty()) {
      return Optional.of(new Write.PatchPaths(key, firstWords(Envelope.of(news), because)));
    }
    Versioned<D> old = before.get();
    if (old.derived().equals(news)) {
      return Optional.empty();
    }
    byte[] json = Json.bytes(old.envelope().saying(news, because));
    return Optional.of(new Write.Replace(key, old.revision(), json));
  }

  /// An envelope as it lies in the store, where anything may be missing.
  private record Stored<D>(
      int v,
      @Nullable D derived,
      @Nullable Object user,
      @Nullable Object refined,
      @Nullable SortedMap<String, Long> guard) {

    Optional<Envelope<D>> envelope() {
      return Optional.ofNullable(derived)
          .map(says ->
              new Envelope<>(v, says, user, refined, guard == null ? new TreeMap<>() : guard));
    }
  }

  private static <D> Optional<Versioned<D>> decode(StoredDocument stored, Class<D> type) {
    JavaType envelope = Json.mapper().getTypeFactory().constructParametricType(Stored.class, type);
    Stored<D> read = READER.forType(envelope).readValue(stored.json());
    return read.envelope().map(found -> new Versioned<>(found, stored.revision()));
  }

  private static List<Patch> firstWords(Envelope<?> envelope, Map<String, Long> because) {
    return List.of(
        new Patch.Set("v", Json.bytes(envelope.v())),
        new Patch.Insert("derived", Json.bytes(envelope.derived())),
        new Patch.Set("guard", Json.bytes(new TreeMap<>(because))));
  }
}
