package polo.geo.edge.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "photon.example.org",
        "ftp://192.0.2.1",
        "file:///etc/passwd",
        "http://",
        "http://127.1",
        "http://me:secret@192.0.2.1",
        "http://192.0.2.1/?q=",
        "http://192.0.2.1/#here"
      })
  void what_is_no_plain_url_is_refused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(url, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:2322",
        "http://127.0.0.1",
        "http://2130706433",
        "http://0.0.0.0",
        "http://10.1.2.3",
        "http://172.16.0.1",
        "http://192.168.1.1",
        "http://169.254.169.254/latest",
        "http://100.64.0.1",
        "http://198.18.0.1",
        "http://[::1]",
        "http://[::ffff:127.0.0.1]",
        "http://[fe80::1]",
        "http://[fd00::1]",
        "http://[2002:7f00:1::]"
      })
  void what_leads_into_a_private_network_needs_to_be_allowed(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaseUrl.of(url, false))
        .withMessageContaining("private-addresses");
    assertThat(BaseUrl.of(url, true).refusal()).isEmpty();
  }

  @Test
  void a_public_address_is_taken_and_a_last_slash_is_not_doubled() {
    BaseUrl base = BaseUrl.of("https://192.0.2.1/geo/", false);

    assertThat(base.with("/reverse?lat=1")).hasToString("https://192.0.2.1/geo/reverse?lat=1");
  }

  @Test
  void a_name_that_nobody_knows_does_not_keep_a_worker_from_starting() {
    assertThat(BaseUrl.of("https://geocoder.invalid", false).refusal()).isEmpty();
  }
}
