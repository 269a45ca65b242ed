package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import polo.common.document.Address;
import polo.common.document.DocumentKey;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Patch;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;
import polo.geo.timeline.Wanderer;
import polo.geo.track.DeviceFix;
import polo.testkit.store.MemoryDocumentStore;
import tools.jackson.databind.JsonNode;

/// What a provider said lies beside what is derived, and neither minds the other.
class RefinedPlaceTest {

  private static final String USER = "ada";
  private static final List<DeviceFix> FIXES = Wanderer.wander(1);

  private final MemoryDocumentStore store = new MemoryDocumentStore();

  @Test
  void deriving_all_anew_keeps_what_a_provider_said_and_says_nothing_else() {
    UserTimeline worker = worker(store);
    List<DeviceFix> half = FIXES.subList(0, FIXES.size() / 2);
    worker.apply(USER, Delivery.atOnce(half));
    List<DocumentKey> refined = places();
    refined.forEach(this::refine);

    worker.apply(USER, Delivery.atOnce(FIXES));
    worker.apply(USER, Delivery.anew());

    assertThat(places().stream().filter(key -> read(key).has("refined")))
        .isNotEmpty()
        .isSubsetOf(refined);
    assertThat(places().stream().map(key -> read(key).get("derived")))
        .containsExactlyElementsOf(neverRefined());
  }

  private static List<JsonNode> neverRefined() {
    RefinedPlaceTest other = new RefinedPlaceTest();
    worker(other.store).apply(USER, Delivery.atOnce(FIXES));
    return other.places().stream().map(key -> other.read(key).get("derived")).toList();
  }

  private List<DocumentKey> places() {
    return store.keys(DocumentKey.prefix("place", USER), null, Integer.MAX_VALUE);
  }

  private void refine(DocumentKey place) {
    store.patch(place, List.of(new Patch.Set("refined", Json.bytes(List.of("Rua Garrett", 120)))));
  }

  private JsonNode read(DocumentKey place) {
    return Json.tree(store.get(place).orElseThrow().json());
  }

  private static UserTimeline worker(MemoryDocumentStore store) {
    return new UserTimeline(
        new Documents(store), TimelineDeriver.DEFAULT, Settler.with(RefinedPlaceTest::addressOf));
  }

  private static Address addressOf(Coordinate position) {
    String town = String.format(Locale.ROOT, "Town %.1f", position.latitude());
    return new Address("XX", "Land", null, null, town, town, 10.0, "UTC", "test", "1");
  }
}
