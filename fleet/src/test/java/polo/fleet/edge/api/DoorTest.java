package polo.fleet.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.json.Json;

/// What comes through the door and what does not, over real connections.
class DoorTest {

  private static final String APP = "app-0123456789abcdef";
  private static final String READER = "reader-0123456789abcdef";
  private static final String PHONE = "phone-0123456789abcdef";

  @TempDir static Path folder;

  /// With tokens; a body has a second to come, and a kilobyte for each second after that.
  private static Doorway guarded;

  /// Without a token, as a console elsewhere.
  private static Doorway bare;

  /// Without a token, as an embedded fleet.
  private static Doorway open;

  @BeforeAll
  static void openDoors() throws IOException {
    Path tokens =
        Files.writeString(
            folder.resolve("tokens"),
            """
            # name them well
            %s everything

            %s read
            %s user ada
            """
                .formatted(APP, READER, PHONE));
    guarded =
        Doorway.with(
            "polo.api.token-file", tokens.toString(),
            "polo.api.hosts", "polo.example",
            "polo.api.body-time", "1s",
            "polo.api.body-rate", "1KB",
            "polo.api.rate", "1000",
            "polo.api.burst", "1000");
    bare = Doorway.with("polo.api.rate", "0.01", "polo.api.burst", "20");
    open = Doorway.with("polo.api.open", "true", "polo.api.max-body", "1KB");
  }

  @AfterAll
  static void closeDoors() {
    guarded.close();
    bare.close();
    open.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/status HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "POST /v1/jobs HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 1000000\r\n\r\n{",
        "GET /v1/status HTTP/1.1\r\nHost: localhost.evil.example:8080\r\n\r\n",
        "GET /v1/status HTTP/1.0\r\n\r\n"
      })
  void whoever_asks_for_another_host_is_turned_away_and_the_connection_closed(String request) {
    String answer = open.raw(request);

    assertThat(answer).contains(" 421 ").containsIgnoringCase("connection: close");
    assertThat(answer).endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
        "GET /v1/status HTTP/1.1\r\n\r\n",
        "GET /v1/status HTTP/1.1\r\nHost: a b\r\n\r\n",
        "\u0016\u0003\u0001\u0002\r\n\r\n",
        "GET /v1/sta\u0000tus HTTP/1.1\r\nHost: localhost\r\n\r\n"
      })
  void what_is_no_request_of_ours_is_refused_and_closed(String request) {
    String answer = open.raw(request);

    assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501) .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:1234", "POLO.example:443", "[::1]:8080"})
  void a_name_of_ours_is_answered(String host) {
    String answer =
        guarded.raw(
            "GET /v1/status HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(host, APP));

    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  @Test
  void orchestrators_may_ask_for_health_by_any_name() {
    String answer =
        open.raw("GET /actuator/none HTTP/1.1\r\nHost: 10.1.2.3\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 404");
  }

  @Test
  void without_the_token_nothing_goes_where_one_is_configured() {
    HttpResponse<String> answer = guarded.get("/v1/status");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("TOKEN_MISSING");
    assertThat(answer.headers().allValues("www-authenticate")).hasSize(2);
  }

  @Test
  void a_token_comes_as_bearer_or_as_password() {
    String basic =
        Base64.getEncoder().encodeToString(("phone:" + APP).getBytes(StandardCharsets.UTF_8));

    assertThat(with(APP, guarded.to("/v1/status")).statusCode()).isEqualTo(200);
    assertThat(
            guarded
                .send(guarded.to("/v1/status").header("Authorization", "Basic " + basic))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void tokens_can_be_mistyped_but_not_guessed() {
    int[] statuses =
        IntStream.range(0, 30)
            .map(i -> with("guess-%016d".formatted(i), guarded.to("/v1/status")).statusCode())
            .toArray();

    assertThat(statuses).contains(401, 429).doesNotContain(200);
    assertThat(with(APP, guarded.to("/v1/status")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_reader_reads_and_does_not_write() {
    assertThat(with(READER, guarded.to("/v1/status")).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = with(READER, post(guarded, "/v1/jobs", "{}"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo("NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/users/ada", "/v1/fixes"})
  void a_phone_does_what_is_of_its_user(String path) {
    assertThat(with(PHONE, post(guarded, path, "{}")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users/bob",
        "/v1/users",
        "/v1/status",
        "/v1/jobs",
        "/",
        "/users/bob",
        "/v1/users/ada%2F..%2Fbob",
        "/v1/users/ada/..%2f..",
        "/renditions/bob/1.jpg"
      })
  void a_phone_sees_nothing_of_others(String path) {
    assertThat(with(PHONE, guarded.to(path)).statusCode()).isIn(400, 403);
  }

  @Test
  void without_any_token_this_machine_reads() {
    assertThat(bare.get("/v1/status").statusCode()).isEqualTo(200);
    assertThat(bare.post("/v1/jobs", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void without_any_token_this_machine_writes_into_an_embedded_fleet() {
    assertThat(open.post("/v1/jobs", "{}").body()).isEqualTo("2 bytes of this machine");
  }

  @Test
  void what_a_proxy_passes_on_does_not_come_from_this_machine() {
    HttpResponse<String> answer =
        open.send(open.to("/v1/status").header("X-Forwarded-For", "203.0.113.9"));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void a_page_of_another_site_changes_nothing() {
    HttpResponse<String> answer =
        open.send(post(open, "/v1/jobs", "{}").header("Origin", "https://evil.example"));

    assertThat(code(answer)).isEqualTo("CROSS_SITE");
  }

  @Test
  void who_asks_too_often_is_told_when_to_come_again() {
    HttpResponse<String> answer = bare.get("/v1/status");
    for (int i = 0; i < 20 && answer.statusCode() != 429; i++) {
      answer = bare.get("/v1/status");
    }

    assertThat(code(answer)).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(answer.headers().firstValueAsLong("retry-after")).hasValue(100);
  }

  @Test
  void a_body_that_says_it_is_too_large_is_not_read() {
    HttpResponse<String> answer = open.post("/v1/jobs", " ".repeat(1025));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void a_body_that_turns_out_to_be_too_large_is_read_no_further() {
    HttpResponse<String> answer =
        open.send(
            open.to("/v1/jobs")
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(new byte[1 << 20])))));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_in_drops_is_given_up() {
    String answer =
        guarded.dripping(
            "POST /v1/jobs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: 1000\r\n\r\n"
                .formatted(APP),
            1000,
            100);

    assertThat(answer).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
  }

  @Test
  void a_body_that_stops_coming_is_given_up() {
    String answer =
        guarded.raw(
            "POST /v1/jobs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: 1000\r\n\r\n{"
                .formatted(APP));

    assertThat(answer).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
  }

  @Test
  void what_nobody_serves_is_a_problem_too() {
    HttpResponse<String> answer = open.get("/v1/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(code(answer)).isEqualTo("NOT_FOUND");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void a_mistake_of_ours_tells_no_secrets() {
    HttpResponse<String> answer = open.get("/v1/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void a_trace_goes_through_and_else_begins_here() {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";

    HttpResponse<String> traced =
        open.send(
            open.to("/v1/status").header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(id)));
    HttpResponse<String> untraced = open.get("/v1/status");

    assertThat(traced.headers().firstValue("x-request-id")).hasValue(id);
    assertThat(untraced.headers().firstValue("x-request-id").orElseThrow()).matches("[0-9a-f]{32}");
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_bytes_come_the_door_stands(int seed) {
    byte[] noise = new byte[300];
    new Random(seed).nextBytes(noise);

    String answer =
        open.raw(
            "POST /v1/jobs HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                .formatted(new String(noise, StandardCharsets.ISO_8859_1)));

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertThat(open.get("/v1/status").statusCode()).isEqualTo(200);
  }

  private static HttpRequest.Builder post(Doorway door, String path, String body) {
    return door.to(path).POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> with(String token, HttpRequest.Builder request) {
    return guarded.send(request.header("Authorization", "Bearer " + token));
  }

  private static String code(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8)).get("code").stringValue();
  }
}
