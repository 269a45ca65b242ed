package polo.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import polo.geo.journey.JourneyFinder;
import polo.geo.place.PlaceFinder;
import polo.geo.stay.SilenceRules;
import polo.geo.stay.StayDetector;
import polo.geo.stay.WaitRules;
import polo.geo.timeline.Rule;
import polo.geo.track.OutlierRules;

/// The page that explains the parameters knows all of them, with their defaults.
class DerivationDocTest {

  private static final Path PAGE = Path.of("../docs/how-polo-derives.md");

  static Stream<Record> algorithms() {
    return Stream.of(
        OutlierRules.DEFAULT,
        StayDetector.DEFAULT,
        SilenceRules.DEFAULT,
        WaitRules.DEFAULT,
        PlaceFinder.DEFAULT,
        JourneyFinder.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void every_parameter_stands_in_the_page_with_its_default(Record algorithm)
      throws IOException, ReflectiveOperationException {
    String page = Files.readString(PAGE);

    assertThat(rows(algorithm)).isNotEmpty().allSatisfy(row -> assertThat(page).contains(row));
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_of_an_explanation_stands_in_the_page(Rule rule) throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("`%s`".formatted(rule.name().toLowerCase(Locale.ROOT)));
  }

  private static List<String> rows(Record algorithm) throws ReflectiveOperationException {
    List<String> rows = new ArrayList<>();
    for (RecordComponent component : algorithm.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(algorithm);
      if (!(value instanceof Record)) {
        rows.add("| `%s` | %s".formatted(component.getName(), shown(value)));
      }
    }
    return rows;
  }

  private static String shown(Object value) {
    return switch (value) {
      case Duration time when time.equals(Duration.ofDays(time.toDays())) -> time.toDays() + " d";
      case Duration time when time.equals(Duration.ofHours(time.toHours())) ->
          time.toHours() + " h";
      case Duration time -> time.toMinutes() + " min";
      case Double number when number < 0.05 -> number.toString();
      case Double number -> String.format(Locale.ROOT, "%.1f", number).replace(".0", "");
      default -> value.toString();
    };
  }
}
