package polo.geo.edge.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One call, against a server that misbehaves in every way servers do.
class ProviderClientTest {

  private static final Instant NOW = Instant.parse("2026-05-08T10:00:00Z");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private ProviderClient client;

  @BeforeEach
  void open() {
    client =
        new ProviderClient(
            new Photon(),
            BaseUrl.of(SERVER.baseUrl(), true),
            new ProviderClient.Manners("Polo/1.0 (ops@example.org)", "pt", Duration.ofSeconds(3)),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void an_answer_is_read_and_we_said_who_we_are() {
    serve(aResponse().withBody(Answers.of("photon-venue")));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Found.class);
    SERVER.verify(
        1,
        getRequestedFor(urlPathEqualTo("/reverse"))
            .withHeader("User-Agent", equalTo("Polo/1.0 (ops@example.org)"))
            .withHeader("Accept-Language", equalTo("pt"))
            .withQueryParam("lat", equalTo("38.710680"))
            .withQueryParam("lon", equalTo("-9.139340")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "Fri, 08 May 2026 10:02:00 GMT"})
  void patience_is_heard_in_seconds_and_as_a_date(String retryAfter) {
    serve(aResponse().withStatus(429).withHeader("Retry-After", retryAfter));

    assertThat(client.ask(Answers.CAFE))
        .isEqualTo(
            new ProviderAnswer.Unavailable("status 429", Optional.of(Duration.ofMinutes(2))));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429})
  void who_is_turned_away_without_a_time_stays_away_for_a_while(int status) {
    serve(aResponse().withStatus(status));

    assertThat(client.ask(Answers.CAFE))
        .isInstanceOfSatisfying(
            ProviderAnswer.Unavailable.class,
            answer -> assertThat(answer.patience().orElseThrow()).isGreaterThan(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void a_servers_trouble_makes_it_unavailable(int status) {
    serve(aResponse().withStatus(status).withBody("<html>"));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unavailable.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_connection_is_no_answer(Fault fault) {
    serve(aResponse().withFault(fault));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unavailable.class);
  }

  @Test
  void a_slow_answer_is_not_waited_for() {
    serve(aResponse().withBody(Answers.of("photon-venue")).withFixedDelay(9_000));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unavailable.class);
  }

  @Test
  void an_answer_that_drips_is_not_waited_for() {
    serve(aResponse().withBody(Answers.of("photon-venue")).withChunkedDribbleDelay(20, 10_000));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unavailable.class);
  }

  @Test
  void a_truncated_answer_is_unusable() {
    String json = Answers.of("photon-venue");
    serve(aResponse().withBody(json.substring(0, json.length() / 2)));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<!doctype html><title>Welcome to this hotel</title>"})
  void a_page_instead_of_json_is_unusable(String page) {
    serve(aResponse().withHeader("Content-Type", "text/html").withBody(page));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unusable.class);
  }

  @Test
  void a_huge_answer_is_not_read_to_its_end() {
    serve(aResponse().withBody("[" + " ".repeat(5_000_000) + "]"));

    assertThat(client.ask(Answers.CAFE)).isInstanceOf(ProviderAnswer.Unavailable.class);
  }

  @Test
  void a_redirect_is_not_followed() {
    serve(aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/latest"));

    assertThat(client.ask(Answers.CAFE)).isEqualTo(new ProviderAnswer.Unusable("status 302"));
  }

  private static void serve(ResponseDefinitionBuilder response) {
    SERVER.stubFor(get(anyUrl()).willReturn(response));
  }
}
