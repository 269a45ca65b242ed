package polo.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import polo.geo.journey.JourneyFinder;
import polo.geo.place.PlaceSuccession;
import polo.geo.timeline.DerivationSettings;
import polo.geo.timeline.Rule;
import polo.geo.timeline.Succession;
import polo.geo.trip.LegModes;

/// The page that explains the parameters knows all of them, with their defaults.
class DerivationDocTest {

  private static final Path PAGE = Path.of("../docs/how-polo-derives.md");

  /// All that a derivation is made of, each with its parameters, and what settles it.
  static Stream<Record> algorithms() {
    return Stream.of(
            DerivationSettings.DEFAULT,
            JourneyFinder.DEFAULT,
            Succession.DEFAULT,
            PlaceSuccession.DEFAULT)
        .flatMap(DerivationDocTest::withParts)
        .filter(algorithm -> !rows(algorithm, "").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void every_parameter_stands_in_the_page_with_its_default(Record algorithm) throws IOException {
    String table = table(algorithm.getClass());

    assertThat(rows(algorithm, "")).allSatisfy(row -> assertThat(table).contains(row));
  }

  @Test
  void every_trait_of_a_mode_stands_in_the_page() throws IOException, ClassNotFoundException {
    String table = table(LegModes.class);

    assertThat(Class.forName("polo.geo.trip.ModeTraits").getRecordComponents())
        .isNotEmpty()
        .allSatisfy(trait -> assertThat(table).contains("| `%s` |".formatted(trait.getName())));
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_of_an_explanation_stands_in_the_page(Rule rule) throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("`%s`".formatted(rule.name().toLowerCase(Locale.ROOT)));
  }

  /// What follows the heading that links the class, up to the next heading.
  private static String table(Class<?> algorithm) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .collect(Collectors.joining("\n"))
        .transform(page -> page.substring(page.indexOf("## 8.")))
        .transform(page -> Stream.of(page.split("\n(?=\\*\\*)")))
        .filter(part -> heading(part).contains("[%s](".formatted(algorithm.getSimpleName())))
        .collect(Collectors.joining());
  }

  private static String heading(String part) {
    return part.lines().findFirst().orElse("");
  }

  private static Stream<Record> withParts(Record algorithm) {
    Stream<Record> parts =
        values(algorithm).values().stream()
            .filter(
                value -> value instanceof Record && value.getClass().getEnclosingClass() == null)
            .map(Record.class::cast)
            .flatMap(DerivationDocTest::withParts);
    return Stream.concat(Stream.of(algorithm), parts);
  }

  /// Of the plain parameters, and of groups of them.
  private static List<String> rows(Record algorithm, String prefix) {
    List<String> rows = new ArrayList<>();
    values(algorithm)
        .forEach((name, value) -> {
          if (!(value instanceof Record group)) {
            rows.add("| `%s` | %s".formatted(prefix + name, shown(value)));
          } else if (group.getClass().getEnclosingClass() != null) {
            rows.addAll(rows(group, name + "."));
          }
        });
    return rows;
  }

  private static Map<String, Object> values(Record algorithm) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : algorithm.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(algorithm));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    return values;
  }

  private static String shown(Object value) {
    return switch (value) {
      case Duration time when time.equals(Duration.ofDays(time.toDays())) -> time.toDays() + " d";
      case Duration time when time.equals(Duration.ofHours(time.toHours())) ->
          time.toHours() + " h";
      case Duration time -> time.toMinutes() + " min";
      case Double number when number < 0.2 -> number.toString();
      case Double number -> String.format(Locale.ROOT, "%.1f", number).replace(".0", "");
      default -> value.toString();
    };
  }
}
