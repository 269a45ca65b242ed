package polo.geo.edge.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
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

/// A fleet of two workers of eight slots, and a provider that does everything wrong that can be
/// done wrong, each at another cell, before it answers.
class EveryFaultTest {

  private static final int PLACES = 30;
  private static final int SLOTS = 8;
  private static final Pace PACE =
      new Pace(Duration.ofMillis(5), 3, Duration.ofMillis(40), Duration.ofSeconds(2));

  private static final List<ResponseDefinitionBuilder> FAULTS =
      List.of(
          aResponse().withStatus(429).withHeader("Retry-After", "1"),
          aResponse().withStatus(503),
          aResponse().withBody(Answers.of("photon-venue")).withFixedDelay(20_000),
          aResponse().withBody(Answers.of("photon-venue").substring(0, 200)),
          aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
          aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
          aResponse().withFault(Fault.EMPTY_RESPONSE),
          aResponse().withBody("<!doctype html><title>Welcome to this hotel</title>"),
          aResponse().withBody("[" + " ".repeat(1_000_000) + "]"),
          aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

  private final MemoryDocumentStore store = new MemoryDocumentStore();

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().extensions(new Moody()))
          .build();

  @BeforeEach
  void serve() {
    SERVER.stubFor(get(anyUrl()).willReturn(aResponse()));
    Moody.calls.clear();
    Moody.answered.clear();
  }

  @Test
  void no_job_is_lost_and_no_cell_is_answered_twice()
      throws ExecutionException, InterruptedException, TimeoutException {
    List<PlaceSeen> places = IntStream.range(0, PLACES).mapToObj(this::place).toList();

    List<Outcome> outcomes = work(places);

    assertThat(outcomes)
        .containsExactlyElementsOf(
            places.stream()
                .map(place -> Outcome.done(new Event.PlaceRefined(place.userId(), place.placeId())))
                .toList());
    assertThat(Moody.answered).hasSize(PLACES).allSatisfy((_, times) -> assertThat(times).isOne());
  }

  /// Each job for itself, by turns on both workers, and each of them delivered twice.
  private List<Outcome> work(List<PlaceSeen> places)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<Outcome> outcomes = new ArrayList<>();
    try (PlaceRefiner one = refiner();
        PlaceRefiner other = refiner();
        ExecutorService slots = Executors.newFixedThreadPool(2 * SLOTS)) {
      List<Future<Outcome>> jobs = new ArrayList<>();
      for (PlaceSeen place : places) {
        jobs.add(slots.submit(() -> untilEnded(one, place)));
        jobs.add(slots.submit(() -> untilEnded(other, place)));
      }
      for (int i = 0; i < jobs.size(); i += 2) {
        Outcome first = jobs.get(i).get(2, TimeUnit.MINUTES);
        assertThat(jobs.get(i + 1).get(2, TimeUnit.MINUTES)).isEqualTo(first);
        outcomes.add(first);
      }
    }
    return outcomes;
  }

  private static Outcome untilEnded(PlaceRefiner refiner, PlaceSeen place)
      throws InterruptedException {
    while (true) {
      switch (refiner.refine(place)) {
        case Refinement.Ended(var outcome) -> {
          return outcome;
        }
        // Looked at more often than asked for: what is not its turn must not come through.
        case Refinement.Later _ -> TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private PlaceRefiner refiner() {
    ProviderSettings settings =
        new ProviderSettings(
            ProviderSettings.Kind.PHOTON,
            SERVER.baseUrl(),
            "ops@example.org",
            "",
            PACE.every(),
            Duration.ofSeconds(3),
            Duration.ofDays(180),
            Duration.ofDays(7),
            true);
    return PlaceRefiner.of(settings, PACE, store, new SimpleMeterRegistry(), Clock.systemUTC());
  }

  /// Places near the café, each in a cell of its own.
  private PlaceSeen place(int number) {
    Coordinate position =
        new Coordinate(Answers.CAFE.latitude(), Answers.CAFE.longitude() + number * 0.001);
    PlaceSeen place = new PlaceSeen("ada", "p" + number, position);
    String json =
        "{\"v\":1,\"derived\":{\"lat\":%s,\"lon\":%s},\"guard\":{}}"
            .formatted(position.latitude(), position.longitude());
    store.create(
        DocumentKey.place("ada", place.placeId()), Json.bytes(Json.mapper().readTree(json)));
    return place;
  }

  /// The first call for a cell fails in one way, the second for every third cell in another; then
  /// the cell is answered.
  private static final class Moody implements ResponseDefinitionTransformerV2 {

    private static final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private static final Map<String, Integer> answered = new ConcurrentHashMap<>();

    @Override
    public String getName() {
      return "moody";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      String longitude = event.getRequest().queryParameter("lon").firstValue();
      int cell = (int) Math.round((Double.parseDouble(longitude) + 9.13934) * 1000);
      int call = calls.merge(longitude, 1, Integer::sum);
      if (call == 1) {
        return FAULTS.get(cell % FAULTS.size()).build();
      }
      if (call == 2 && cell % 3 == 0) {
        return FAULTS.get((cell / 3 + 1) % FAULTS.size()).build();
      }
      answered.merge(longitude, 1, Integer::sum);
      String body = Answers.of("photon-street");
      return aResponse().withBody(body).build();
    }
  }
}
