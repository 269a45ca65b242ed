package polo.geo.edge.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.testkit.Seeds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What every provider's adapter is held to. An adapter's test extends it, says which adapter it
/// is, and has three answers beside it: `{name}-venue`, `{name}-street` and `{name}-nothing`.
abstract class AddressProviderContract {

  abstract AddressProvider provider();

  @Test
  void a_question_holds_the_position_with_points_as_decimals() {
    String question = provider().question(new Coordinate(-0.5, 179.25), "pt");

    assertThat(question).startsWith("/").contains("-0.500000", "179.250000", "pt");
    assertThat(URI.create("https://example.org/base" + question).getQuery()).isNotEmpty();
  }

  @Test
  void a_venue_has_a_name_a_street_and_a_house() {
    FoundAddress found = found("venue", Answers.CAFE);

    assertThat(found.name()).isEqualTo("A Brasileira");
    assertThat(found.street()).isEqualTo("Rua Garrett");
    assertThat(found.houseNumber()).isEqualTo("120");
    assertThat(found.postcode()).isEqualTo("1200-092");
    assertThat(found.district()).isEqualTo("Chiado");
    assertThat(found.city()).isEqualTo("Lisboa");
    assertThat(found.attribution()).contains("OpenStreetMap");
  }

  @Test
  void a_street_is_no_venue_and_may_have_its_middle_anywhere() {
    FoundAddress found = found("street", Answers.CAFE);

    assertThat(found.name()).isNull();
    assertThat(found.houseNumber()).isNull();
    assertThat(found.street()).isEqualTo("Rua Garrett");
  }

  @Test
  void a_venue_some_streets_away_says_nothing_of_this_spot() {
    Coordinate away = new Coordinate(38.7120, -9.1420);

    assertThat(read(Answers.of(provider().name() + "-venue"), away))
        .isInstanceOf(ProviderAnswer.Nothing.class);
  }

  @Test
  void nothing_there_is_an_answer() {
    assertThat(read(Answers.of(provider().name() + "-nothing"), Answers.CAFE))
        .isInstanceOf(ProviderAnswer.Nothing.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "7", "\"ok\"", "{\"error\":{\"code\":500}}"})
  void json_of_another_shape_is_unusable(String json) {
    assertThat(read(json, Answers.CAFE)).isInstanceOf(ProviderAnswer.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"venue", "street", "nothing"})
  void no_answer_makes_it_throw_however_broken(String kind) {
    String json = Answers.of(provider().name() + "-" + kind);
    Random chance = Seeds.random(1, kind);

    for (int i = 0; i < 300; i++) {
      JsonNode broken = parsed(broken(json, chance));
      if (broken != null) {
        assertThatCode(() -> provider().read(broken, Answers.CAFE)).doesNotThrowAnyException();
      }
    }
  }

  private FoundAddress found(String kind, Coordinate position) {
    ProviderAnswer answer = read(Answers.of(provider().name() + "-" + kind), position);
    assertThat(answer).isInstanceOf(ProviderAnswer.Found.class);
    return ((ProviderAnswer.Found) answer).address();
  }

  private ProviderAnswer read(String json, Coordinate position) {
    return provider().read(Json.mapper().readTree(json), position);
  }

  /// A value somewhere is another.
  private static String broken(String json, Random chance) {
    List<String> values = List.of("null", "[]", "{}", "-1e300", "\"\"", "\"\\u0000\"", "true");
    String[] parts = json.split("(?<=:)|(?=,)", -1);
    parts[chance.nextInt(parts.length)] = values.get(chance.nextInt(values.size()));
    return String.join("", parts);
  }

  private static @Nullable JsonNode parsed(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }
}
