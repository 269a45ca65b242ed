package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.Address;
import polo.common.document.DocumentKey;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.PointsUploaded;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;
import polo.testkit.Seeds;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.Upload;
import polo.testkit.store.MemoryDocumentStore;

/// The promise of the geo worker, on its real path through the store.
class UserTimelineTest {

  private static final String USER = SampleJourney.USER_ID;
  private static final List<PointsUploaded> UPLOADS =
      SampleJourney.create().uploads().stream().map(Upload::points).toList();
  private static final SortedMap<String, String> ALL_AT_ONCE = documentsOf(allAtOnce());

  @Test
  void the_same_upload_again_changes_no_document() {
    MemoryDocumentStore store = new MemoryDocumentStore();
    apply(store, UPLOADS);
    Map<String, Long> before = revisions(store);

    Outcome again = apply(store, UPLOADS.subList(10, 14));

    assertThat(revisions(store)).isEqualTo(before);
    assertThat(again)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done ->
                assertThat(done.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        Event.TimelineChanged.class, event -> assertThat(event.added()).isEmpty()));
  }

  @Test
  void what_the_app_wrote_is_carried_along() {
    MemoryDocumentStore store = new MemoryDocumentStore();
    apply(store, UPLOADS.subList(0, 40));
    DocumentKey trip = store.keys("trip::", null, 1).getFirst();
    store.merge(
        trip,
        json ->
            json.map(bytes ->
                new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst("\\{", "{\"user\":{\"note\":\"lovely\"},")
                    .getBytes(StandardCharsets.UTF_8)));

    apply(store, UPLOADS);

    assertThat(new String(store.get(trip).orElseThrow().json(), StandardCharsets.UTF_8))
        .contains("\"note\":\"lovely\"");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void any_order_any_batches_and_any_repetition_end_in_the_same_documents(long seed) {
    Random chance = Seeds.random(seed, "schedule");
    MemoryDocumentStore store = new MemoryDocumentStore();

    batches(chance).forEach(batch -> apply(store, batch));

    assertThat(documentsOf(store)).isEqualTo(ALL_AT_ONCE);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void a_worker_that_dies_anywhere_and_is_done_again_ends_in_the_same_documents(long seed) {
    Random chance = Seeds.random(seed, "deaths");
    MemoryDocumentStore store = new MemoryDocumentStore();
    FaultyDocumentStore faulty = new FaultyDocumentStore(store, chance);

    batches(chance).forEach(batch -> applyUntilAlive(faulty, batch));

    assertThat(documentsOf(store)).isEqualTo(ALL_AT_ONCE);
  }

  private static void applyUntilAlive(DocumentStore store, List<PointsUploaded> batch) {
    boolean done = false;
    while (!done) {
      try {
        apply(store, batch);
        done = true;
      } catch (FaultyDocumentStore.Died _) {
        // The job comes again.
      }
    }
  }

  /// All uploads in random order, cut into random batches, some of them twice.
  private static List<List<PointsUploaded>> batches(Random chance) {
    List<PointsUploaded> shuffled = new ArrayList<>(UPLOADS);
    shuffled.addAll(UPLOADS.subList(0, chance.nextInt(20)));
    Collections.shuffle(shuffled, chance);
    List<List<PointsUploaded>> batches = new ArrayList<>();
    int from = 0;
    while (from < shuffled.size()) {
      int to = Math.min(shuffled.size(), from + 1 + chance.nextInt(60));
      batches.add(shuffled.subList(from, to));
      from = to;
    }
    return batches;
  }

  private static MemoryDocumentStore allAtOnce() {
    MemoryDocumentStore store = new MemoryDocumentStore();
    apply(store, UPLOADS);
    return store;
  }

  private static Outcome apply(DocumentStore store, List<PointsUploaded> uploads) {
    UserUpdate.Builder update = new UserUpdate.Builder();
    uploads.forEach(upload -> update.fixes(upload.deviceId(), upload.fixes()));
    UserTimeline timeline =
        new UserTimeline(
            new Documents(store),
            TimelineDeriver.DEFAULT,
            Settler.with(UserTimelineTest::addressOf));
    return timeline.apply(USER, update.build(Map.of("test/0@x", 1L)));
  }

  /// One town for each degree: enough to see addresses in documents.
  private static Address addressOf(Coordinate position) {
    String town = "Town %.0f".formatted(position.latitude());
    return new Address("XX", "Land", null, null, town, town, 10.0, "UTC", "test", "1");
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

  private static Map<String, Long> revisions(DocumentStore store) {
    Map<String, Long> revisions = new TreeMap<>();
    for (DocumentKey key : store.keys("", null, Integer.MAX_VALUE)) {
      revisions.put(key.value(), store.get(key).orElseThrow().revision().value());
    }
    return revisions;
  }
}
