package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.DocumentKey;
import polo.common.document.TimelineMonth;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.job.Outcome;
import polo.geo.timeline.Wanderer;
import polo.geo.track.DeviceFix;
import polo.testkit.Seeds;
import polo.testkit.store.MemoryDocumentStore;

/// In whatever order and batches the fixes of a user come, however often, whatever is derived anew
/// in between, wherever workers die or get in each other's way: in the end there are the documents
/// that all fixes at once give, to the last byte.
///
/// `-Dschedules=1000` tries more seeds, `-Dschedule=42` that one alone, `-Dfixes=FILE.csv.gz` other
/// real movements.
class InvarianceTest {

  private static final String USER = "ada";
  private static final int MOST_REAL_FIXES = 3_000;
  private static final List<List<DeviceFix>> REAL = List.copyOf(RealFixes.byItinerary().values());

  static LongStream seeds() {
    Long only = Long.getLong("schedule");
    return only != null ? LongStream.of(only) : LongStream.range(0, Long.getLong("schedules", 40));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void made_up_movements_end_in_the_documents_of_all_fixes_at_once(long seed) {
    List<DeviceFix> fixes = Wanderer.wander(seed);

    MemoryDocumentStore store = delivered(fixes, seed);

    assertThat(differences(store, deliveredAtOnce(fixes))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void real_movements_end_in_the_documents_of_all_fixes_at_once(long seed) {
    List<DeviceFix> fixes = someReal(seed);

    MemoryDocumentStore store = delivered(fixes, seed);

    assertThat(differences(store, deliveredAtOnce(fixes))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_change_of_rules_in_between_ends_in_the_documents_of_the_same_change_all_at_once(
      long seed) {
    List<DeviceFix> fixes = seed % 2 == 0 ? Wanderer.wander(seed) : someReal(seed);
    Rules rules = Rules.of(seed);
    Parts parts = Parts.of(fixes, seed);

    MemoryDocumentStore store = new MemoryDocumentStore();
    deliver(store, Delivery.of(parts.before(), seed), seed, InvarianceTest::worker);
    deliver(store, anew(store, seed), seed, some -> rules.worker(some, 2));
    deliver(store, Delivery.of(parts.after(), ~seed), seed, some -> rules.worker(some, 2));
    MemoryDocumentStore atOnce = new MemoryDocumentStore();
    worker(atOnce).apply(USER, Delivery.atOnce(parts.before()));
    rules.worker(atOnce, 2).apply(USER, Delivery.anew());
    rules.worker(atOnce, 2).apply(USER, Delivery.atOnce(parts.after()));

    assertThat(differences(store, atOnce)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void releases_that_take_turns_end_in_what_the_newer_derives(long seed) {
    List<DeviceFix> fixes = seed % 2 == 0 ? Wanderer.wander(seed) : someReal(seed);
    Rules rules = Rules.of(seed);
    Random chance = Seeds.random(seed, "turns");

    MemoryDocumentStore store = new MemoryDocumentStore();
    for (UserUpdate update : Delivery.of(fixes, seed)) {
      UserTimeline worker = chance.nextBoolean() ? worker(store) : rules.worker(store, 2);
      worker.apply(USER, update);
    }
    rules.worker(store, 2).apply(USER, Delivery.anew());
    MemoryDocumentStore atOnce = new MemoryDocumentStore();
    rules.worker(atOnce, 2).apply(USER, Delivery.atOnce(fixes));

    Shown shown = Shown.of(store, USER);
    assertThat(shown.withoutIds()).isEqualTo(Shown.of(atOnce, USER).withoutIds());
    assertThat(shown.ids()).doesNotHaveDuplicates();
    assertThat(shown.strayReferences()).isEmpty();
    assertThat(shown.months()).allMatch(month -> month.madeBy().number() == 2);
  }

  /// What is known before a change of rules, and what comes after it.
  private record Parts(List<DeviceFix> before, List<DeviceFix> after) {

    /// Early and late in time, or mixed.
    static Parts of(List<DeviceFix> fixes, long seed) {
      Random chance = Seeds.random(seed, "parts");
      boolean mixed = chance.nextBoolean();
      double share = 0.2 + 0.7 * chance.nextDouble();
      List<DeviceFix> before = new ArrayList<>();
      List<DeviceFix> after = new ArrayList<>();
      for (int i = 0; i < fixes.size(); i++) {
        boolean early = (mixed ? chance.nextDouble() : i / (double) fixes.size()) < share;
        (early ? before : after).add(fixes.get(i));
      }
      return new Parts(before, after);
    }
  }

  /// All at once, or month by month in order; now and then again.
  private static List<UserUpdate> anew(DocumentStore store, long seed) {
    Random chance = Seeds.random(seed, "anew");
    if (chance.nextInt(3) == 0) {
      return List.of(Delivery.anew());
    }
    List<UserUpdate> updates = new ArrayList<>();
    for (TimelineMonth month : Shown.of(store, USER).months()) {
      updates.add(Delivery.anew(month.month()));
      if (chance.nextInt(3) == 0) {
        updates.add(updates.get(chance.nextInt(updates.size())));
      }
    }
    return updates;
  }

  /// A stretch of one itinerary, of any length.
  private static List<DeviceFix> someReal(long seed) {
    Random chance = Seeds.random(seed, "stretch");
    List<DeviceFix> all = REAL.get(chance.nextInt(REAL.size()));
    int size = Math.min(all.size(), chance.nextInt(10, MOST_REAL_FIXES));
    int from = chance.nextInt(all.size() - size + 1);
    return all.subList(from, from + size);
  }

  private static MemoryDocumentStore deliveredAtOnce(List<DeviceFix> fixes) {
    MemoryDocumentStore store = new MemoryDocumentStore();
    worker(store).apply(USER, Delivery.atOnce(fixes));
    return store;
  }

  private static MemoryDocumentStore delivered(List<DeviceFix> fixes, long seed) {
    MemoryDocumentStore store = new MemoryDocumentStore();
    deliver(store, Delivery.of(fixes, seed), seed, InvarianceTest::worker);
    return store;
  }

  /// Workers that go on from update to update, and remember what they read, until they die. Mishaps
  /// by turns: workers that die; workers that take the next update while another is still writing
  /// the one before; and both, of which a document may be left that nothing names: deriving all
  /// anew removes it.
  private static void deliver(
      MemoryDocumentStore store,
      List<UserUpdate> updates,
      long seed,
      Function<DocumentStore, UserTimeline> workers) {
    Deque<UserUpdate> waiting = new ArrayDeque<>(updates);
    Random chance = Seeds.random(seed, "mishaps");
    boolean die = seed % 3 != 1;
    boolean meet = seed % 3 != 0;
    UserTimeline rival = workers.apply(store);
    FaultyDocumentStore faulty =
        new FaultyDocumentStore(
            store,
            chance,
            () -> {
              if (meet && !(die && chance.nextBoolean())) {
                Optional.ofNullable(waiting.poll()).ifPresent(next -> applyUntilDone(rival, next));
              } else {
                throw new FaultyDocumentStore.Died();
              }
            });
    UserTimeline worker = workers.apply(faulty);
    while (!waiting.isEmpty()) {
      UserUpdate next = waiting.remove();
      while (!applyUntilDone(worker, next)) {
        worker = workers.apply(faulty);
      }
    }
    if (die && meet) {
      applyUntilDone(rival, Delivery.anew());
    }
  }

  /// False when the worker died over it: the job comes again, to another.
  private static boolean applyUntilDone(UserTimeline worker, UserUpdate update) {
    try {
      boolean done = false;
      while (!done) {
        done = worker.apply(USER, update) instanceof Outcome.Done;
      }
      return true;
    } catch (FaultyDocumentStore.Died _) {
      return false;
    }
  }

  private static UserTimeline worker(DocumentStore store) {
    return Rules.USUAL.worker(store, 1);
  }

  /// Keys of documents that are not in both, or do not say the same in both.
  private static Set<String> differences(DocumentStore one, DocumentStore other) {
    Map<String, String> says = documentsOf(one);
    Map<String, String> otherSays = documentsOf(other);
    Set<String> keys = new TreeSet<>(says.keySet());
    keys.addAll(otherSays.keySet());
    keys.removeIf(key -> Objects.equals(says.get(key), otherSays.get(key)));
    return keys;
  }

  /// What all documents say.
  private static SortedMap<String, String> documentsOf(DocumentStore store) {
    SortedMap<String, String> documents = new TreeMap<>();
    for (DocumentKey key : store.keys("", null, Integer.MAX_VALUE)) {
      String says = Json.line(Json.tree(store.get(key).orElseThrow().json()).get("derived"));
      documents.put(key.value(), says);
    }
    return documents;
  }
}
