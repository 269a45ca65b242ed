package polo.geo.edge.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import polo.common.document.Address;
import polo.common.document.DocumentKey;
import polo.common.earth.Fix;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.job.Outcome;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;
import polo.testkit.history.SyntheticHistory;
import polo.testkit.store.MemoryDocumentStore;

/// Two workers at one user: whoever writes last has seen it all.
class RivalWorkersTest {

  private static final Settler SETTLER =
      Settler.with(_ -> new Address(null, null, null, null, null, null, null, "UTC", "test", "1"));

  @Test
  void a_month_that_another_changed_meanwhile_counts_though_this_worker_does_not_write_it() {
    List<Fix> fixes = new ArrayList<>();
    SyntheticHistory.ofFixes(1, 20_000).forEachFix(fix -> fixes.add(fix.toFix()));
    Fix late = fixes.remove(1_000);
    List<Fix> last = List.copyOf(fixes.subList(fixes.size() - 5, fixes.size()));
    fixes.removeAll(last);
    MemoryDocumentStore store = new MemoryDocumentStore();
    apply(store, fixes);
    Deque<List<Fix>> others = new ArrayDeque<>(List.of(last));
    DocumentStore shared =
        new FaultyDocumentStore(
            store,
            always(),
            () -> Optional.ofNullable(others.poll()).ifPresent(news -> apply(store, news)));

    apply(shared, List.of(late));

    assertThat(documents(store)).isEqualTo(documents(afterAnother(fixes, last, late)));
  }

  private static MemoryDocumentStore afterAnother(List<Fix> fixes, List<Fix> last, Fix late) {
    MemoryDocumentStore store = new MemoryDocumentStore();
    apply(store, fixes);
    apply(store, last);
    apply(store, List.of(late));
    return store;
  }

  private static void apply(DocumentStore store, List<Fix> fixes) {
    UserUpdate.Builder update = new UserUpdate.Builder();
    update.fixes(SyntheticHistory.DEVICE_ID, fixes);
    UserTimeline timeline =
        new UserTimeline(new Documents(store), TimelineDeriver.DEFAULT, SETTLER);
    assertThat(timeline.apply("ada", update.build(Map.of("test", 1L))))
        .isInstanceOf(Outcome.Done.class);
  }

  private static Map<String, String> documents(DocumentStore store) {
    Map<String, String> all = new TreeMap<>();
    for (String kind : List.of("timeline", "trip", "place", "journey")) {
      for (DocumentKey key : store.keys(DocumentKey.prefix(kind, "ada"), null, 10_000)) {
        all.put(key.value(), new String(store.get(key).orElseThrow().json(), UTF_8));
      }
    }
    return all;
  }

  private static Random always() {
    return new Random() {
      @Override
      public int nextInt(int bound) {
        return 0;
      }
    };
  }
}
