package polo.geo.edge.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import polo.common.document.DocumentKey;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.PlaceSeen;
import polo.geo.edge.settings.ProviderSettings;
import polo.testkit.store.MemoryDocumentStore;
import tools.jackson.databind.JsonNode;

class PlaceRefinerTest {

  private static final PlaceSeen PLACE = new PlaceSeen("ada", "p1", Answers.CAFE);
  private static final Pace AT_ONCE =
      new Pace(Duration.ZERO, 3, Duration.ofMinutes(1), Duration.ofMinutes(2));

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final MemoryDocumentStore store = new MemoryDocumentStore();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private PlaceRefiner refiner;

  @BeforeEach
  void open() {
    refiner = refiner(AT_ONCE);
    serve("photon-venue");
    write(PLACE, "\"user\":{\"note\":\"the best coffee\"},");
  }

  @AfterEach
  void close() {
    refiner.close();
  }

  @Test
  void street_and_house_join_the_place_and_the_app_is_told() {
    Refinement refinement = refiner.refine(PLACE);

    assertThat(refinement).isEqualTo(told(PLACE));
    JsonNode refined = read(PLACE).get("refined");
    assertThat(refined.get("street").stringValue()).isEqualTo("Rua Garrett");
    assertThat(refined.get("houseNumber").stringValue()).isEqualTo("120");
    assertThat(refined.get("name").stringValue()).isEqualTo("A Brasileira");
    assertThat(refined.get("source").stringValue()).isEqualTo("photon");
    assertThat(refined.get("attribution").stringValue()).contains("OpenStreetMap");
  }

  @Test
  void what_is_derived_and_what_the_user_wrote_stay_as_they_were() {
    JsonNode before = read(PLACE);

    refiner.refine(PLACE);

    assertThat(read(PLACE).get("derived")).isEqualTo(before.get("derived"));
    assertThat(read(PLACE).get("user")).isEqualTo(before.get("user"));
  }

  @Test
  void a_cell_is_asked_for_once_whoever_has_a_place_there() {
    PlaceSeen neighbour = new PlaceSeen("bob", "p9", Answers.CAFE);
    write(neighbour, "");

    refiner.refine(PLACE);
    refiner.refine(PLACE);
    Refinement refinement = refiner.refine(neighbour);

    assertThat(refinement).isEqualTo(told(neighbour));
    assertThat(read(neighbour).get("refined")).isEqualTo(read(PLACE).get("refined"));
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void that_nothing_is_there_is_remembered_too() {
    serve("photon-nothing");

    refiner.refine(PLACE);
    Refinement again = refiner.refine(PLACE);

    assertThat(again).isEqualTo(new Refinement.Ended(Outcome.done()));
    assertThat(read(PLACE).has("refined")).isFalse();
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void a_place_that_is_gone_or_has_moved_is_asked_about_no_more() {
    PlaceSeen gone = new PlaceSeen("ada", "p2", Answers.CAFE);
    PlaceSeen moved = new PlaceSeen("ada", "p1", new Coordinate(38.72, -9.15));

    List<Refinement> refinements = List.of(refiner.refine(gone), refiner.refine(moved));

    assertThat(refinements).containsOnly(new Refinement.Ended(Outcome.done()));
    assertThat(store.get(DocumentKey.place("ada", "p2"))).isEmpty();
    SERVER.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void the_pace_holds_for_all_workers_together() {
    Pace slow = new Pace(Duration.ofMinutes(1), 3, Duration.ofMinutes(1), Duration.ofMinutes(2));
    PlaceSeen other = new PlaceSeen("ada", "p2", new Coordinate(38.72, -9.15));
    write(other, "");

    try (PlaceRefiner one = refiner(slow);
        PlaceRefiner another = refiner(slow)) {
      one.refine(PLACE);

      assertThat(another.refine(other)).isInstanceOf(Refinement.Later.class);
    }
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void what_one_worker_was_told_to_wait_all_wait() {
    SERVER.stubFor(
        get(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));

    try (PlaceRefiner another = refiner(AT_ONCE)) {
      refiner.refine(PLACE);
      Refinement refinement = another.refine(PLACE);

      assertThat(refinement)
          .isInstanceOfSatisfying(
              Refinement.Later.class,
              later -> assertThat(later.pause()).isGreaterThan(Duration.ofSeconds(30)));
    }
    SERVER.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void a_provider_that_fails_is_left_alone_and_the_place_keeps_its_offline_answer() {
    SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
    JsonNode before = read(PLACE);

    for (int i = 0; i < 10; i++) {
      assertThat(refiner.refine(PLACE)).isInstanceOf(Refinement.Later.class);
    }

    assertThat(read(PLACE)).isEqualTo(before);
    SERVER.verify(3, getRequestedFor(anyUrl()));
    assertThat(registry.get("polo.geocode.breaker").gauge().value()).isEqualTo(2);
  }

  @Test
  void calls_hits_and_waits_are_counted() {
    refiner.refine(PLACE);
    refiner.refine(PLACE);

    assertThat(registry.get("polo.geocode.calls").tag("outcome", "found").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("polo.geocode.cache").tag("result", "hit").counter().count())
        .isEqualTo(1);
  }

  @Test
  void nobody_is_called_without_saying_whom_to_write_to() {
    ProviderSettings anonymous = settings(SERVER.baseUrl(), "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceRefiner.of(anonymous, store, registry, Clock.systemUTC()))
        .withMessageContaining("contact");
  }

  private PlaceRefiner refiner(Pace pace) {
    return PlaceRefiner.of(
        settings(SERVER.baseUrl(), "ops@example.org"), pace, store, registry, Clock.systemUTC());
  }

  static ProviderSettings settings(String url, String contact) {
    return new ProviderSettings(
        ProviderSettings.Kind.PHOTON,
        url,
        contact,
        "",
        Duration.ofMillis(10),
        Duration.ofSeconds(5),
        Duration.ofDays(180),
        Duration.ofDays(7),
        true);
  }

  private static void serve(String answer) {
    SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withBody(Answers.of(answer))));
  }

  private static Refinement told(PlaceSeen place) {
    return new Refinement.Ended(
        Outcome.done(new Event.PlaceRefined(place.userId(), place.placeId())));
  }

  private void write(PlaceSeen place, String user) {
    String json =
        "{\"v\":1,%s\"derived\":{\"id\":\"%s\",\"lat\":%s,\"lon\":%s},\"guard\":{}}"
            .formatted(
                user, place.placeId(), place.position().latitude(), place.position().longitude());
    store.create(key(place), Json.bytes(Json.mapper().readTree(json)));
  }

  private JsonNode read(PlaceSeen place) {
    return Json.tree(store.get(key(place)).orElseThrow().json());
  }

  private static DocumentKey key(PlaceSeen place) {
    return DocumentKey.place(place.userId(), place.placeId());
  }
}
