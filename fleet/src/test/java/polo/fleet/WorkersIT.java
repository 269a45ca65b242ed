package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;

/// A fleet of several processes that share a broker, a store and a blob folder.
class WorkersIT {

  @TempDir Path folder;

  @Test
  void workers_share_an_import_and_a_worker_that_leaves_costs_nothing()
      throws IOException, InterruptedException {
    Path file = SampleFiles.history(folder, 6, 4);

    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), FreePort.find())) {
      Map<String, String> settings = settings(broker.bootstrap());
      try (PoloProcess first = start(settings, "worker", "geo", "--port", "0");
          PoloProcess second = start(settings, "worker", "geo", "--port", "0");
          PoloProcess photos = start(settings, "worker", "images", "--port", "0");
          PoloProcess console = start(settings, "console", "--port", "0")) {
        String firstUrl = first.awaitServing();
        second.awaitServing();
        photos.awaitServing();
        String pages = console.awaitServing();

        PoloProcess importing = start(settings, "import", file.toString(), "--wait");
        second.stop();

        assertThat(importing.exitCode()).isZero();
        assertThat(get(firstUrl + "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get(firstUrl + "/actuator/health").body())
            .contains("\"polo-geo\":\"FINE\"")
            .contains("\"polo-geo-bulk\":\"FINE\"");
        assertThat(get(firstUrl + "/actuator/prometheus").body()).contains("polo_jobs_total");
        assertThat(get(pages + "/").body()).contains("/users/");
      }
      assertThat(output(settings, "export"))
          .isNotEmpty()
          .isEqualTo(output(Map.of(), "derive", file.toString()));
    }
  }

  private Map<String, String> settings(String bootstrap) {
    return Map.of(
        "POLO_KAFKA_BOOTSTRAP",
        bootstrap,
        "POLO_KAFKA_PARTITIONS",
        "6",
        "POLO_STORE_URL",
        "sqlite:" + folder.resolve("polo.db"),
        "POLO_BLOBS_FOLDER",
        folder.resolve("blobs").toString());
  }

  private PoloProcess start(Map<String, String> settings, String... arguments) throws IOException {
    return PoloProcess.start(folder, settings, arguments);
  }

  private List<String> output(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    try (PoloProcess polo = start(settings, arguments)) {
      assertThat(polo.exitCode()).as("exit code of polo %s", List.of(arguments)).isZero();
      return polo.lines().stream().sorted().toList();
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }
}
