package polo.geo.edge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import polo.common.document.DocumentKey;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Write;

/// Documents of one kind: what they should say and what they say.
///
/// @param wanted what there should be
/// @param dropped keys of what there may be and should not
/// @param stored what there is of both
record ItemDocuments<D>(
    Map<DocumentKey, D> wanted, Set<DocumentKey> dropped, Map<DocumentKey, Versioned<D>> stored) {

  ItemDocuments {
    wanted = Map.copyOf(wanted);
    dropped = Set.copyOf(dropped);
    stored = Map.copyOf(stored);
  }

  /// Reads the documents of `wanted` and of `named`. A wanted one may be there though nothing names
  /// it: a worker may have died in between.
  static <D> ItemDocuments<D> of(
      Map<DocumentKey, D> wanted,
      Collection<DocumentKey> named,
      KnownDocuments documents,
      Class<D> type) {
    Set<DocumentKey> keys = new HashSet<>(named);
    Set<DocumentKey> dropped = new HashSet<>(named);
    dropped.removeAll(wanted.keySet());
    keys.addAll(wanted.keySet());
    return new ItemDocuments<>(wanted, dropped, documents.readAll(keys, type));
  }

  /// Removals of what is no longer wanted. What the app has written into stays where it is, even
  /// when nothing is derived there any more.
  List<Write> removals() {
    List<Write> removals = new ArrayList<>();
    stored.forEach((key, old) -> {
      if (!wanted.containsKey(key) && old.envelope().user() == null) {
        removals.add(new Write.Remove(key, old.revision()));
      }
    });
    return removals;
  }

  /// Writes of what is wanted and not yet said.
  List<Write> writes(Documents documents, Map<String, Long> because) {
    List<Write> writes = new ArrayList<>();
    wanted.forEach((key, news) ->
        documents
            .write(key, Optional.ofNullable(stored.get(key)), news, because)
            .ifPresent(writes::add));
    return writes;
  }

  /// Keys of documents that say something else now.
  Set<DocumentKey> changed() {
    Set<DocumentKey> changed = new HashSet<>();
    stored.forEach((key, old) -> {
      D news = wanted.get(key);
      if (news != null && !news.equals(old.derived())) {
        changed.add(key);
      }
    });
    return changed;
  }
}
