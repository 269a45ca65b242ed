package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.DocumentKey;
import polo.common.earth.Coordinate;
import polo.common.earth.Geohash;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.fleet.edge.broker.FreePort;
import polo.fleet.edge.embedded.EmbeddedFleet;
import polo.fleet.edge.embedded.FleetOptions;
import polo.fleet.edge.progress.Progress;
import polo.fleet.edge.upload.FileImport;
import polo.fleet.edge.upload.ImportSettings;
import polo.fleet.edge.upload.KafkaUplink;
import tools.jackson.databind.JsonNode;

/// Places on a real broker, refined by a provider: by our own `/reverse`, or by nobody.
class PlacesLaneIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PREFIX = "polo.geo.provider.";

  private static final PrintStream NOBODY =
      new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

  @TempDir Path folder;

  @AfterEach
  void forgetTheProvider() {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith(PREFIX));
  }

  @Test
  void our_own_reverse_refines_places_and_is_called_once_for_a_cell()
      throws IOException, InterruptedException {
    int port = FreePort.find();
    provider("http://127.0.0.1:" + port);

    try (EmbeddedFleet fleet = EmbeddedFleet.start(new FleetOptions(folder, port, 0))) {
      importSome();
      List<DocumentKey> places = places(fleet);
      await().atMost(PATIENCE).until(() -> refined(fleet, places).size() == places.size());

      assertThat(refined(fleet, places))
          .isNotEmpty()
          .allSatisfy(place -> {
            assertThat(place.at("/refined/source").stringValue()).isEqualTo("photon");
            assertThat(place.at("/refined/city")).isEqualTo(place.at("/derived/address/city"));
          });
      assertThat(calls(fleet)).isEqualTo(cells(refined(fleet, places)).size());
      assertThat(status(port, "/reverse?lat=38.71&lon=-9.14&limit=1&lang=en")).isEqualTo(200);
      assertThat(status(port, "/reverse?lat=91&lon=0")).isEqualTo(400);
    }
  }

  @Test
  void a_provider_that_is_away_holds_nothing_up() throws IOException {
    provider("http://127.0.0.1:" + FreePort.find());

    try (EmbeddedFleet fleet = EmbeddedFleet.start(new FleetOptions(folder, 0, 0))) {
      importSome();

      assertThat(places(fleet))
          .isNotEmpty()
          .allSatisfy(key ->
              assertThat(read(fleet, key).at("/derived/address/timeZone").stringValue())
                  .isNotEmpty());
      assertThat(refined(fleet, places(fleet))).isEmpty();
    }
  }

  private static void provider(String url) {
    System.setProperty(PREFIX + "kind", "photon");
    System.setProperty(PREFIX + "base-url", url);
    System.setProperty(PREFIX + "contact", "ops@example.org");
    System.setProperty(PREFIX + "every", "10ms");
    System.setProperty(PREFIX + "private-addresses", "true");
  }

  /// Comes back when all jobs but those of the places lane are done.
  private void importSome() throws IOException {
    Path file = SampleFiles.history(folder, 2, 3);
    try (KafkaUplink uplink = KafkaUplink.toFleetOn(folder);
        Progress progress = Progress.throughBytes("import", 1, NOBODY)) {
      new FileImport(new ImportSettings(null, null, null), uplink, Clock.systemUTC())
          .run(List.of(file), progress);
      uplink.awaitIdle(_ -> {});
    }
  }

  private static List<DocumentKey> places(EmbeddedFleet fleet) {
    return fleet.part(DocumentStore.class).keys("place::", null, Integer.MAX_VALUE);
  }

  private static List<JsonNode> refined(EmbeddedFleet fleet, List<DocumentKey> places) {
    return places.stream()
        .map(key -> read(fleet, key))
        .filter(place -> place.has("refined"))
        .toList();
  }

  private static JsonNode read(EmbeddedFleet fleet, DocumentKey key) {
    return Json.tree(fleet.part(DocumentStore.class).get(key).orElseThrow().json());
  }

  private static Set<String> cells(List<JsonNode> places) {
    return places.stream()
        .map(place -> place.get("derived"))
        .map(place ->
            Geohash.ofPlace(
                new Coordinate(place.get("lat").doubleValue(), place.get("lon").doubleValue())))
        .collect(Collectors.toSet());
  }

  private static double calls(EmbeddedFleet fleet) {
    return fleet.part(MeterRegistry.class).get("polo.geocode.calls").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static int status(int port, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      return client
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
