package polo.common.edge.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import polo.common.document.DocumentKey;
import polo.common.document.Envelope;
import polo.common.edge.json.Json;
import tools.jackson.databind.JavaType;

/// Typed access to documents: JSON becomes an [Envelope] of a record, and back.
public final class Documents {

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
    return store.get(key).map(stored -> decode(stored, type));
  }

  public <D> Map<DocumentKey, Versioned<D>> readAll(Collection<DocumentKey> keys, Class<D> type) {
    Map<DocumentKey, Versioned<D>> found = HashMap.newHashMap(keys.size());
    store.getAll(keys).forEach((key, stored) -> found.put(key, decode(stored, type)));
    return found;
  }

  /// The write that makes the document say `news`, or absent when it already does. Its guard moves
  /// only when what it says changes, so doing a job again changes no document.
  public <D> Optional<Write> write(
      DocumentKey key, Optional<Versioned<D>> before, D news, Map<String, Long> because) {
    if (before.isEmpty()) {
      return Optional.of(
          new Write.Create(key, Json.bytes(Envelope.of(news).saying(news, because))));
    }
    Versioned<D> old = before.get();
    if (old.derived().equals(news)) {
      return Optional.empty();
    }
    byte[] json = Json.bytes(old.envelope().saying(news, because));
    return Optional.of(new Write.Replace(key, old.revision(), json));
  }

  private static <D> Versioned<D> decode(StoredDocument stored, Class<D> type) {
    JavaType envelope =
        Json.mapper().getTypeFactory().constructParametricType(Envelope.class, type);
    return new Versioned<>(Json.mapper().readValue(stored.json(), envelope), stored.revision());
  }
}
