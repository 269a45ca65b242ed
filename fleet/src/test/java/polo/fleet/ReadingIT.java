package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import polo.common.edge.json.Json;
import polo.common.edge.store.Documents;
import polo.fleet.edge.documents.Travels;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.Upload;
import tools.jackson.databind.JsonNode;

/// What a running fleet derived of a sample journey, read by HTTP.
class ReadingIT {

  private static final String MARCO = "/v1/users/marco";

  @TempDir static Path folder;

  private static TestFleet fleet;
  private static HttpClient http;
  private static Travels travels;

  @BeforeAll
  static void start() throws IOException {
    fleet = TestFleet.onSqlite(folder);
    http = HttpClient.newHttpClient();
    fleet.send(SampleJourney.create().uploads().stream().map(Upload::points).toList());
    fleet.sendPhotos();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> fleet.backlog() == 0 && travels().photos().size() == 2);
    travels = travels();
  }

  @AfterAll
  static void stop() {
    http.close();
    fleet.close();
  }

  @Test
  void a_span_has_what_happened_in_it_and_its_places() {
    JsonNode all = json(get(span()));

    assertThat(all.get("stays")).hasSize(travels.shown().stays().size());
    assertThat(all.get("trips")).hasSize(travels.shown().trips().size());
    assertThat(all.get("gaps")).hasSize(travels.gaps().size());
    assertThat(all.at("/places/0/label").stringValue()).isNotBlank();
  }

  @Test
  void items_can_be_asked_for_one_by_one() {
    String trip = travels.trips().getFirst().id();
    String place = travels.places().getFirst().id();
    String journey = travels.journeys().getFirst().id();

    assertThat(json(get(MARCO + "/trips/" + trip)).get("legs")).isNotEmpty();
    assertThat(json(get(MARCO + "/places/" + place)).get("id").stringValue()).isEqualTo(place);
    assertThat(json(get(MARCO + "/places")).get("places")).hasSize(travels.places().size());
    assertThat(json(get(MARCO + "/journeys")).get("journeys")).hasSize(travels.journeys().size());
    assertThat(json(get(MARCO + "/journeys/" + journey)).get("photoIds")).isNotNull();
  }

  @Test
  void photos_come_page_by_page() {
    JsonNode first = json(get(MARCO + "/photos?limit=1"));
    JsonNode second = json(get(MARCO + "/photos?limit=1&after=" + first.get("next").stringValue()));

    assertThat(first.get("photos")).hasSize(1);
    assertThat(second.get("photos")).hasSize(1).isNotEqualTo(first.get("photos"));
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void a_span_comes_as_geojson_by_its_name_or_by_accept() {
    HttpResponse<String> named = get(span() + "&format=geojson");
    HttpResponse<String> accepted = get(span(), "Accept", "application/geo+json");

    JsonNode features = json(named).get("features");

    assertThat(accepted.body()).isEqualTo(named.body());
    assertThat(accepted.headers().firstValue("content-type")).hasValue("application/geo+json");
    assertThat(features.valueStream().map(each -> each.at("/geometry/type").asString("")))
        .contains("Point", "LineString");
  }

  @Test
  void a_span_comes_as_gpx_with_a_track_for_each_trip() throws Exception {
    String gpx = get(span() + "&format=gpx").body();

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(gpx.getBytes(UTF_8)));

    assertThat(document.getElementsByTagName("trk").getLength())
        .isEqualTo(travels.shown().trips().size());
    assertThat(document.getElementsByTagName("wpt").getLength())
        .isEqualTo(travels.shown().stays().size());
  }

  @Test
  void who_has_it_already_is_told_so() {
    HttpResponse<String> first = get(MARCO + "/places");
    String tag = first.headers().firstValue("etag").orElseThrow();

    HttpResponse<String> again = get(MARCO + "/places", "If-None-Match", tag);

    assertThat(tag).startsWith("W/\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void it_travels_compressed_and_keeps_its_tag() throws Exception {
    HttpResponse<byte[]> packed =
        http.send(to(span()).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    HttpResponse<String> plain = get(span());

    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();

    assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(new String(unpacked, UTF_8)).isEqualTo(plain.body());
    assertThat(packed.headers().firstValue("etag")).isEqualTo(plain.headers().firstValue("etag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/timeline",
        "/timeline?from=2026-05-02",
        "/timeline?from=2026-05-02&to=2026-05-01",
        "/timeline?from=2020-01-01&to=2026-05-01",
        "/timeline?from=yesterday&to=2026-05-01",
        "/timeline?from=-999999999-01-01&to=2026-05-01",
        "/timeline?from=2026-05-01&to=2026-05-02&format=kml",
        "/photos?limit=many",
        "/photos?after=nobody",
      })
  void what_makes_no_sense_is_refused(String path) {
    HttpResponse<String> answer = get(MARCO + path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("REQUEST_INVALID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users/nobody/places",
        MARCO + "/trips/x",
        MARCO + "/places/x%20y",
        MARCO + "/journeys/x"
      })
  void what_is_not_there_is_not_found(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("NOT_FOUND");
  }

  private static String span() {
    String from = travels.stays().getFirst().start().toString();
    String to = travels.stays().getLast().end().toString();
    return MARCO + "/timeline?from=" + from + "&to=" + to;
  }

  private static Travels travels() {
    return Travels.of("marco", fleet.fleet().part(Documents.class));
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = to(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(fleet.fleet().address().console() + path));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes(UTF_8));
  }
}
