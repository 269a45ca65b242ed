package polo.geo.edge.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.Journey;
import polo.common.document.TimelineMonth;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Revision;

/// Documents as they were read before, for as long as the store says that they are still at that
/// revision: years of history that did not change are neither read nor parsed again. The ones not
/// asked for longest are forgotten first. Thread-safe.
final class KnownDocuments {

  /// Of what a parsed stay, trip or checkpoint takes in memory, with all its parts.
  private static final int BYTES_OF_AN_ITEM = 250;

  private final Documents documents;
  private final long mostBytes;
  private final LinkedHashMap<DocumentKey, Versioned<?>> known =
      new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// Takes an eighth of the heap at most.
  KnownDocuments(Documents documents) {
    this(documents, Runtime.getRuntime().maxMemory() / 8);
  }

  KnownDocuments(Documents documents, long mostBytes) {
    this.documents = documents;
    this.mostBytes = mostBytes;
  }

  /// What [Documents#readAll] answers. Each key must always be read as the same type.
  <D> Map<DocumentKey, Versioned<D>> readAll(Collection<DocumentKey> keys, Class<D> type) {
    Map<DocumentKey, Revision> now = documents.store().revisions(keys);
    Map<DocumentKey, Versioned<D>> found = HashMap.newHashMap(now.size());
    Set<DocumentKey> unknown = new HashSet<>();
    synchronized (known) {
      now.forEach((key, revision) -> {
        Versioned<?> one = known.get(key);
        if (one != null && one.revision().equals(revision)) {
          found.put(key, cast(one, type));
        } else {
          unknown.add(key);
        }
      });
    }
    Map<DocumentKey, Versioned<D>> news =
        unknown.isEmpty() ? Map.of() : documents.readAll(unknown, type);
    news.forEach(this::remember);
    found.putAll(news);
    return found;
  }

  private void remember(DocumentKey key, Versioned<?> document) {
    synchronized (known) {
      forgotten(known.put(key, document));
      bytes += bytesOf(document);
      Iterator<Versioned<?>> oldest = known.values().iterator();
      while (bytes > mostBytes && oldest.hasNext()) {
        forgotten(oldest.next());
        oldest.remove();
      }
    }
  }

  private void forgotten(@Nullable Versioned<?> document) {
    bytes -= document == null ? 0 : bytesOf(document);
  }

  private static long bytesOf(Versioned<?> document) {
    long items =
        switch (document.derived()) {
          case TimelineMonth month ->
              month.stays().size()
                  + month.trips().size()
                  + month.gaps().size()
                  + month.checkpoints().size()
                  + month.pinned().size()
                  + month.carried().size()
                  + month.chunks().values().stream().mapToInt(List::size).sum() / 10;
          case Journey journey -> 1 + (journey.stayIds().size() + journey.tripIds().size()) / 3;
          default -> 1;
        };
    return (1 + items) * BYTES_OF_AN_ITEM;
  }

  @SuppressWarnings("unchecked")
  private static <D> Versioned<D> cast(Versioned<?> document, Class<D> type) {
    if (!type.isInstance(document.derived())) {
      throw new IllegalStateException("a document read as two types");
    }
    return (Versioned<D>) document;
  }
}
