package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.Address;
import polo.common.document.DocumentKey;
import polo.common.document.Journey;
import polo.common.document.PinnedItem;
import polo.common.document.Place;
import polo.common.document.Stay;
import polo.common.document.TimelineMonth;
import polo.common.document.Trip;
import polo.common.document.TripEntry;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.job.PointsUploaded;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;
import polo.testkit.Seeds;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.Upload;
import polo.testkit.store.MemoryDocumentStore;

/// What the user did holds, on the real path through the store.
class PinnedTimelineTest {

  private static final String USER = SampleJourney.USER_ID;
  private static final List<PointsUploaded> UPLOADS =
      SampleJourney.create().uploads().stream().map(Upload::points).toList();
  private static final MemoryDocumentStore PLAIN = allAtOnce(List.of());
  private static final Stay STAY = months(PLAIN).getFirst().stays().get(3);
  private static final TripEntry TRIP = months(PLAIN).getFirst().trips().get(5);
  private static final Journey JOURNEY = all(PLAIN, "journey", Journey.class).getFirst();
  private static final Place PLACE = all(PLAIN, "place", Place.class).getFirst();
  private static final Place OTHER = all(PLAIN, "place", Place.class).getLast();

  /// Ids as if things had been pinned when only some of their fixes were known.
  private static final List<String> PINS =
      List.of(
          """
          {"type":"stay","id":"s-once","start":"%s","end":"%s","note":"rain"}\
          """
              .formatted(STAY.start().plusSeconds(60), STAY.end()),
          """
          {"type":"trip","id":"t-once","start":"%s","end":"%s","hidden":true}\
          """
              .formatted(TRIP.start(), TRIP.end().minusSeconds(30)),
          """
          {"type":"journey","id":"j-once","start":"%s","end":"%s","title":"Portugal!"}\
          """
              .formatted(JOURNEY.start(), JOURNEY.end()),
          """
          {"type":"place","id":"p-once","lat":%s,"lon":%s,"radiusMeters":%s,"name":"Mãe"}\
          """
              .formatted(PLACE.lat(), PLACE.lon(), PLACE.radiusMeters()),
          """
          {"type":"place","id":"%s","lat":%s,"lon":%s,"radiusMeters":90,"fixed":true}\
          """
              .formatted(OTHER.id(), OTHER.lat() + 0.0003, OTHER.lon()));

  private static final SortedMap<String, String> ALL_AT_ONCE = documentsOf(allAtOnce(PINS));

  @Test
  void pinned_items_have_the_ids_of_their_pins_wherever_they_are_named() {
    MemoryDocumentStore store = allAtOnce(PINS);

    TimelineMonth month = months(store).getFirst();

    assertThat(month.stays().get(3).id()).isEqualTo("s-once");
    assertThat(month.trips().get(5).id()).isEqualTo("t-once");
    assertThat(month.trips())
        .anyMatch(trip -> "s-once".equals(trip.fromStayId()))
        .anyMatch(trip -> "s-once".equals(trip.toStayId()));
    assertThat(month.pinned())
        .containsExactly(
            new PinnedItem(PinnedItem.Kind.STAY, "s-once", STAY.id(), "rain", false),
            new PinnedItem(PinnedItem.Kind.TRIP, "t-once", TRIP.id(), null, true));
    assertThat(all(store, "trip", Trip.class)).extracting(Trip::id).contains("t-once");
    assertThat(all(store, "journey", Journey.class).getFirst())
        .satisfies(journey -> {
          assertThat(journey.id()).isEqualTo("j-once");
          assertThat(journey.title()).isEqualTo("Portugal!");
        });
    assertThat(all(store, "place", Place.class)).extracting(Place::name).contains("Mãe");
  }

  @Test
  void pins_that_come_later_change_no_more_than_they_say() {
    MemoryDocumentStore store = allAtOnce(List.of());

    pin(store, PINS);
    apply(store, List.of());

    assertThat(documentsOf(store)).isEqualTo(ALL_AT_ONCE);
  }

  @Test
  void pins_taken_back_leave_no_trace() {
    MemoryDocumentStore store = allAtOnce(PINS);

    pin(store, List.of());
    apply(store, List.of());

    assertThat(documentsOf(store)).isEqualTo(documentsOf(PLAIN));
  }

  @Test
  void a_pin_that_makes_no_sense_is_left_out_and_the_others_count() {
    List<String> pins = new ArrayList<>(PINS);
    pins.add("{\"type\":\"place\",\"id\":\"p-lost\",\"name\":\"Where?\"}");
    pins.add("{\"type\":\"constellation\",\"id\":\"c-1\"}");
    pins.add("17");

    MemoryDocumentStore store = allAtOnce(pins);

    assertThat(documentsOf(store)).isEqualTo(ALL_AT_ONCE);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void any_order_of_fixes_and_pins_ends_in_the_same_documents(long seed) {
    Random chance = Seeds.random(seed, "pins");
    MemoryDocumentStore store = new MemoryDocumentStore();

    for (Runnable step : steps(store, store, chance)) {
      step.run();
    }

    assertThat(documentsOf(store)).isEqualTo(ALL_AT_ONCE);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("polo.testkit.Seeds#stream")
  void a_worker_that_dies_while_pins_come_and_go_ends_in_the_same_documents(long seed) {
    Random chance = Seeds.random(seed, "deaths with pins");
    MemoryDocumentStore store = new MemoryDocumentStore();
    FaultyDocumentStore faulty = new FaultyDocumentStore(store, chance);

    for (Runnable step : steps(store, faulty, chance)) {
      untilAlive(step);
    }

    assertThat(documentsOf(store)).isEqualTo(ALL_AT_ONCE);
  }

  /// Uploads in random order and batches; in between, pins come and go, and in the end are all
  /// there.
  private static List<Runnable> steps(
      MemoryDocumentStore app, DocumentStore worker, Random chance) {
    List<PointsUploaded> shuffled = new ArrayList<>(UPLOADS);
    Collections.shuffle(shuffled, chance);
    int cut = chance.nextInt(shuffled.size());
    int cut2 = cut + chance.nextInt(shuffled.size() - cut);
    List<String> some = new ArrayList<>(PINS);
    Collections.shuffle(some, chance);
    List<String> all = new ArrayList<>(PINS);
    Collections.shuffle(all, chance);
    return List.of(
        () -> apply(worker, shuffled.subList(0, cut)),
        () -> pin(app, some.subList(0, chance.nextInt(some.size()))),
        () -> apply(worker, shuffled.subList(cut, cut2)),
        () -> pin(app, some.subList(chance.nextInt(some.size()), some.size())),
        () -> apply(worker, List.of()),
        () -> pin(app, all),
        () -> apply(worker, List.of()),
        () -> apply(worker, shuffled.subList(cut2, shuffled.size())));
  }

  private static void untilAlive(Runnable step) {
    boolean done = false;
    while (!done) {
      try {
        step.run();
        done = true;
      } catch (FaultyDocumentStore.Died _) {
        // The job comes again.
      }
    }
  }

  private static MemoryDocumentStore allAtOnce(List<String> pins) {
    MemoryDocumentStore store = new MemoryDocumentStore();
    pin(store, pins);
    apply(store, UPLOADS);
    return store;
  }

  /// As the app does it.
  private static void pin(DocumentStore store, List<String> pins) {
    String json = "{\"user\":{\"pins\":[%s]}}".formatted(String.join(",", pins));
    store.merge(DocumentKey.pins(USER), _ -> Optional.of(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static void apply(DocumentStore store, List<PointsUploaded> uploads) {
    UserUpdate.Builder update = new UserUpdate.Builder();
    uploads.forEach(upload -> update.fixes(upload.deviceId(), upload.fixes()));
    UserTimeline timeline =
        new UserTimeline(
            new Documents(store),
            TimelineDeriver.DEFAULT,
            Settler.with(PinnedTimelineTest::addressOf));
    timeline.apply(USER, update.build(Map.of("test/0@x", 1L)));
  }

  private static Address addressOf(Coordinate position) {
    String town = "Town %.0f".formatted(position.latitude());
    return new Address("XX", "Land", null, null, town, town, 10.0, "UTC", "test", "1");
  }

  private static List<TimelineMonth> months(DocumentStore store) {
    return all(store, "timeline", TimelineMonth.class);
  }

  private static <D> List<D> all(DocumentStore store, String kind, Class<D> type) {
    Documents documents = new Documents(store);
    return store.keys(DocumentKey.prefix(kind, USER), null, Integer.MAX_VALUE).stream()
        .map(key -> documents.read(key, type).orElseThrow().derived())
        .toList();
  }

  /// What all documents of workers say.
  private static SortedMap<String, String> documentsOf(DocumentStore store) {
    SortedMap<String, String> documents = new TreeMap<>();
    for (DocumentKey key : store.keys("", null, Integer.MAX_VALUE)) {
      if (!key.equals(DocumentKey.pins(USER))) {
        String says = Json.line(Json.tree(store.get(key).orElseThrow().json()).get("derived"));
        documents.put(key.value(), says);
      }
    }
    return documents;
  }
}
