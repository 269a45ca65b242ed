package polo.fleet.edge.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Revision;

/// Which documents there are and at which revision: two looks tell what changed between them.
public record StoreState(Map<DocumentKey, Revision> revisions) {

  private static final int PAGE = 1000;

  public StoreState {
    revisions = Map.copyOf(revisions);
  }

  public static StoreState of(DocumentStore store) {
    Map<DocumentKey, Revision> revisions = new HashMap<>();
    @Nullable DocumentKey after = null;
    List<DocumentKey> page = store.keys("", after, PAGE);
    while (!page.isEmpty()) {
      store.getAll(page).forEach((key, stored) -> revisions.put(key, stored.revision()));
      after = page.getLast();
      page = store.keys("", after, PAGE);
    }
    return new StoreState(revisions);
  }

  /// How many documents appeared, changed or went since `before`.
  public long changedSince(StoreState before) {
    long changed =
        revisions.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(before.revisions.get(entry.getKey())))
            .count();
    long gone =
        before.revisions.keySet().stream().filter(key -> !revisions.containsKey(key)).count();
    return changed + gone;
  }
}
