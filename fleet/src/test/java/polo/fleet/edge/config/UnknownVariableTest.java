package polo.fleet.edge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is known as a setting, and what is not.
class UnknownVariableTest {

  @Test
  void a_slip_of_the_pen_is_told_with_what_may_be_meant() {
    assertThat(unknown("POLO_KAFKA_BOOTSTRP"))
        .containsExactly(new UnknownVariable("POLO_KAFKA_BOOTSTRP", "POLO_KAFKA_BOOTSTRAP"));
  }

  @Test
  void what_is_like_nothing_is_told_alone() {
    assertThat(unknown("POLO_FROBNICATION"))
        .extracting(UnknownVariable::sentence)
        .containsExactly("POLO_FROBNICATION is no setting of Polo");
  }

  @Test
  void words_may_be_joined_or_parted() {
    assertThat(unknown("POLO_KAFKA_GROUPPROTOCOL", "POLO_KAFKA_GROUP_PROTOCOL")).isEmpty();
  }

  @Test
  void names_of_ones_own_and_variables_of_others_are_known() {
    assertThat(unknown("POLO_STORE_COUCHBASE_DURABILITYOF_TRIP", "POLO_JAVA_OPTS", "HOME"))
        .isEmpty();
  }

  @Test
  void secrets_are_masked() {
    Map<String, String> environment =
        Map.of(
            "POLO_API_TOKEN", "a-token-of-sixteen",
            "POLO_GEO_PROVIDER_BASEURL", "https://ada:secret@photon.example/");

    List<EffectiveSetting> settings = EffectiveSetting.all(environment);

    assertThat(settings.toString()).doesNotContain("a-token-of-sixteen", "ada:secret");
    assertThat(settings)
        .contains(
            new EffectiveSetting(
                "polo.geo.provider.base-url",
                "https://********@photon.example/",
                "POLO_GEO_PROVIDER_BASEURL"),
            new EffectiveSetting("polo.kafka.bootstrap", "localhost:9092", "default"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"couchbase://u:p/w@h/b", "couchbase://u:p@w@h/b"})
  void a_password_that_is_not_encoded_is_masked_all_the_same(String url) {
    assertThat(EffectiveSetting.all(Map.of("POLO_STORE_URL", url)))
        .contains(
            new EffectiveSetting("polo.store.url", "couchbase://********@h/b", "POLO_STORE_URL"));
  }

  private static List<UnknownVariable> unknown(String... variables) {
    return UnknownVariable.among(List.of(variables), SettingsCatalog.all());
  }
}
