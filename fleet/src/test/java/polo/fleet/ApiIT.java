package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.edge.json.Json;
import polo.common.edge.store.Documents;
import polo.fleet.edge.documents.Travels;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.SamplePhoto;
import tools.jackson.databind.JsonNode;

/// The API of a running fleet, by HTTP.
class ApiIT {

  private static final String PLAIN =
      """
      {"userId": "ada", "deviceId": "watch", "fixes": [
        {"time": "2026-07-14T13:59:41+02:00", "lat": 48.8606111, "lon": 2.337644, "accuracy": 4.7},
        {"time": "2026-07-14T13:59:46+02:00", "lat": 48.8606143, "lon": 2.3375512}]}\
      """;

  private static final String OWNTRACKS =
      """
      {"_type": "location", "topic": "owntracks/olga/phone", "tid": "op", "tst": 1784030381,
       "lat": 48.8606111, "lon": 2.337644, "acc": 5, "alt": 35, "vel": 36, "cog": 90,
       "motionactivities": ["walking"]}\
      """;

  private static final String OVERLAND =
      """
      {"locations": [{"type": "Feature",
        "geometry": {"type": "Point", "coordinates": [2.337644, 48.8606111]},
        "properties": {"timestamp": "2026-07-14T11:59:41Z", "horizontal_accuracy": 5,
          "altitude": 35, "speed": -1, "motion": ["walking"], "device_id": "iphone"}}]}\
      """;

  @TempDir static Path folder;

  private static TestFleet fleet;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    fleet = TestFleet.onSqlite(folder);
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    fleet.close();
  }

  @Test
  void a_job_is_taken_once_and_can_be_watched_until_it_is_done() {
    HttpResponse<String> first = job("points.uploaded", PLAIN, "ce-id", "walk-1");
    HttpResponse<String> again = job("points.uploaded", PLAIN, "ce-id", "walk-1");

    JsonNode status = awaitOver(first);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(location(first)).isEqualTo("/v1/jobs/walk-1").isEqualTo(location(again));
    assertThat(status.get("state").stringValue()).isEqualTo("done");
    assertThat(status.get("userId").stringValue()).isEqualTo("ada");
    assertThat(status.get("attempts").intValue()).isEqualTo(1);
    assertThat(status.get("traceId").stringValue())
        .isEqualTo(again.headers().firstValue("x-request-id").orElseThrow());
  }

  @Test
  void what_a_job_told_is_said_with_it() {
    HttpResponse<String> answer = job("points.uploaded", PLAIN.replace("ada", "eve"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(json(get(location(answer))).get("events").toString())
                .contains("timeline.changed"));
    assertThat(json(get(location(answer))).hasNonNull("endedAt")).isTrue();
  }

  @Test
  void a_job_that_cannot_be_done_is_refused_at_the_door_with_its_reason() {
    HttpResponse<String> answer = job("points.uploaded", "{\"userId\": \"ada\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("FIELD_MISSING");
    assertThat(json(answer).get("detail").stringValue()).contains("deviceId");
  }

  @Test
  void a_job_that_is_given_up_says_why() {
    String body =
        """
        {"userId": "ada", "photoId": "gone", "blob": "originals/ada/gone.jpg",
         "uploadedAt": "2026-07-14T12:00:00Z"}\
        """;

    JsonNode status = awaitOver(job("photo.uploaded", body));

    assertThat(status.get("state").stringValue()).isEqualTo("rejected");
    assertThat(status.at("/reason/code").stringValue()).isEqualTo("BLOB_MISSING");
  }

  @Test
  void of_a_flawed_upload_the_bad_fixes_are_named_and_the_rest_is_done() {
    String body =
        """
        {"userId": "ada", "deviceId": "watch", "fixes": [
          {"time": "2026-07-15T13:59:41Z", "lat": 48.86, "lon": 2.33},
          {"time": "2026-07-15T13:59:42Z", "lat": 148.86, "lon": 2.33}]}\
        """;

    HttpResponse<String> answer = job("points.uploaded", body);
    JsonNode status = awaitOver(answer);

    assertThat(json(answer).at("/flaws/0/message").stringValue()).contains("fixes[1].lat");
    assertThat(status.get("state").stringValue()).isEqualTo("done");
    assertThat(status.at("/reason/code").stringValue()).isEqualTo("FIX_INVALID");
  }

  @Test
  void nobodys_blob_becomes_somebody_elses_photo() {
    String body =
        """
        {"userId": "ada", "photoId": "x", "blob": "originals/bob/x.jpg",
         "uploadedAt": "2026-07-14T12:00:00Z"}\
        """;

    assertThat(job("photo.uploaded", body).statusCode()).isEqualTo(422);
  }

  @Test
  void jobs_are_listed_latest_first_and_filtered() {
    awaitOver(job("pins.changed", "{\"userId\": \"lin\"}", "ce-id", "pins-of-lin"));

    JsonNode jobs = json(get("/v1/jobs?user=lin&type=pins.changed&state=done")).get("jobs");

    assertThat(jobs).hasSize(1);
    assertThat(jobs.get(0).get("id").stringValue()).isEqualTo("pins-of-lin");
    assertThat(get("/v1/jobs?state=lost").statusCode()).isEqualTo(400);
    assertThat(get("/v1/jobs/never-sent").statusCode()).isEqualTo(404);
  }

  @Test
  void a_phone_with_owntracks_can_be_pointed_at_it() {
    HttpResponse<String> answer = post("/v1/fixes", "application/json", OWNTRACKS);
    HttpResponse<String> other = post("/v1/fixes", "application/json", "{\"_type\": \"lwt\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[]").isEqualTo(other.body());
    awaitUser("olga");
  }

  @Test
  void a_phone_with_overland_can_be_pointed_at_it() {
    HttpResponse<String> answer = post("/v1/fixes?user=otto", "application/json", OVERLAND);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"result\":\"ok\"}");
    awaitUser("otto");
  }

  @Test
  void one_senseless_fix_does_not_stop_a_phone() {
    String senseless = OWNTRACKS.replace("48.8606111", "448.8606111");

    assertThat(post("/v1/fixes", "application/json", senseless).body()).isEqualTo("[]");
  }

  @Test
  void plain_fixes_become_a_job() {
    String fixes = "[{\"time\": 1784030381000, \"lat\": 48.86, \"lon\": 2.33}]";

    HttpResponse<String> answer =
        post("/v1/fixes?user=pia&device=watch", "application/json", fixes);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).get("fixes").intValue()).isEqualTo(1);
    assertThat(awaitOver(answer).get("state").stringValue()).isEqualTo("done");
  }

  @Test
  void fixes_of_nobody_are_refused() {
    String fixes = "[{\"time\": 1784030381000, \"lat\": 48.86, \"lon\": 2.33}]";

    assertThat(post("/v1/fixes", "application/json", fixes).statusCode()).isEqualTo(422);
  }

  @Test
  void a_photo_comes_as_a_form_or_as_itself_and_is_one_photo() throws IOException {
    byte[] jpeg = photo();
    String form =
        """
        --x\r
        Content-Disposition: form-data; name="user"\r
        \r
        phil\r
        --x\r
        Content-Disposition: form-data; name="photo"; filename="IMG_1.jpg"\r
        Content-Type: image/jpeg\r
        \r
        """;

    HttpResponse<String> asForm =
        send(
            to("/v1/photos")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(form),
                        BodyPublishers.ofByteArray(jpeg),
                        BodyPublishers.ofString("\r\n--x--\r\n"))));
    HttpResponse<String> asItself =
        send(
            to("/v1/photos?user=phil")
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(jpeg)));

    assertThat(asForm.statusCode()).isEqualTo(202);
    assertThat(json(asItself).get("photoId")).isEqualTo(json(asForm).get("photoId"));
    assertThat(awaitOver(asForm).get("state").stringValue()).isEqualTo("done");
    assertThat(Travels.of("phil", fleet.fleet().part(Documents.class)).photos()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', IMAGE_EMPTY, user=x",
    "hello, IMAGE_UNRECOGNISED, user=x",
  })
  void what_is_no_photo_is_refused(String body, String code, String query) {
    HttpResponse<String> answer = post("/v1/photos?" + query, "image/jpeg", body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_comes_is_answered_and_the_service_stays_up(int seed) {
    Random random = new Random(seed);
    for (String body : List.of(PLAIN, OWNTRACKS, OVERLAND)) {
      String broken = broken(body, random);
      List<Integer> statuses =
          List.of(
              job("points.uploaded", broken).statusCode(),
              job("photo.uploaded", broken).statusCode(),
              post("/v1/fixes", "application/json", broken).statusCode(),
              post("/v1/photos", "application/json", broken).statusCode(),
              post("/v1/photos?user=x", "multipart/form-data; boundary=" + seed, broken)
                  .statusCode());

      assertThat(statuses).allMatch(status -> status < 500, broken);
    }
    assertThat(get("/v1/jobs").statusCode()).isEqualTo(200);
  }

  /// Characters changed, cut off, or said many times.
  private static String broken(String body, Random random) {
    StringBuilder text = new StringBuilder(body);
    for (int times = random.nextInt(1, 6); times > 0; times--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(0x20, 0x2fff));
        case 1 -> text.setLength(Math.max(1, at));
        case 2 -> text.insert(at, "[".repeat(random.nextInt(2000)));
        default -> text.insert(at, random.nextBoolean() ? "1e999" : "null");
      }
    }
    return text.toString();
  }

  private static byte[] photo() throws IOException {
    return SampleJourney.create().photos().stream()
        .filter(photo -> !photo.corrupt())
        .map(SamplePhoto::bytes)
        .findFirst()
        .orElseThrow();
  }

  private static void awaitUser(String user) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Travels.users(fleet.fleet().part(Documents.class)).contains(user));
  }

  private static JsonNode awaitOver(HttpResponse<String> taken) {
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> json(get(location(taken))).get("state").stringValue().matches("done|rejected"));
    return json(get(location(taken)));
  }

  private static HttpResponse<String> job(String type, String body, String... headers) {
    HttpRequest.Builder request =
        to("/v1/jobs").header("ce-type", type).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private static HttpResponse<String> post(String path, String type, String body) {
    return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body, UTF_8)));
  }

  private static HttpResponse<String> get(String path) {
    return send(to(path));
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(fleet.fleet().address().console() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes(UTF_8));
  }
}
