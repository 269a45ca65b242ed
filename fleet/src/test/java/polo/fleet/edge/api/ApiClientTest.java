package polo.fleet.edge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import polo.fleet.edge.client.ApiClient;
import polo.fleet.edge.client.ApiRefusedException;

class ApiClientTest {

  private static final String TOKEN = "token-0123456789abcdef";

  @Test
  void a_verb_comes_in_with_its_token_and_is_told_why_not_without() throws IOException {
    try (Doorway door = Doorway.with("polo.api.token", TOKEN);
        ApiClient known = new ApiClient(base(door), TOKEN);
        ApiClient stranger = new ApiClient(base(door), null)) {
      assertThat(known.send("POST", "/v1/jobs", Map.of("a", 1)).status()).isEqualTo(200);
      assertThatExceptionOfType(ApiRefusedException.class)
          .isThrownBy(() -> stranger.get("/v1/status"))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("TOKEN_MISSING"))
          .withMessageContaining("send a token");
    }
  }

  @Test
  void an_api_that_is_not_there_is_named() {
    try (ApiClient nobody = new ApiClient(URI.create("http://127.0.0.1:1"), null)) {
      assertThatExceptionOfType(ConnectException.class)
          .isThrownBy(() -> nobody.get("/v1/status"))
          .withMessage("nobody answers at http://127.0.0.1:1");
    }
  }

  private static URI base(Doorway door) {
    return URI.create("http://127.0.0.1:" + door.port());
  }
}
