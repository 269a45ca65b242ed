package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.earth.Coordinate;

class PlaceFactsTest {

  private static final Coordinate LISBON = new Coordinate(38.72, -9.14);
  private static final String ROW =
      "%s\t%s\t\t\t%s\t-9.14\tP\t%s\tPT\t\t14\t\t\t\t%d\t\t\tEurope/Lisbon\t2023-01-01\n";

  @TempDir Path folder;

  @Test
  void a_place_is_found_by_its_id() throws IOException {
    PlaceFacts facts = facts(ROW.formatted("1", "Lisboa", "38.72", "PPLC", 500_000));

    assertThat(facts.byId("1")).isEqualTo(new PlaceFacts.Fact("1", LISBON, "PPLC", 500_000));
    assertThat(facts.byId("2")).isNull();
  }

  @Test
  void a_place_is_found_by_its_name_whatever_the_accents() throws IOException {
    PlaceFacts facts = facts(ROW.formatted("1", "São-João", "38.73", "PPL", 900));

    assertThat(facts.byName("PT", "Sao Joao", LISBON)).isNotNull();
  }

  @Test
  void the_same_name_in_another_country_or_far_away_is_another_place() throws IOException {
    PlaceFacts facts = facts(ROW.formatted("1", "Lisboa", "38.80", "PPLC", 500_000));

    assertThat(facts.byName("ES", "Lisboa", LISBON)).isNull();
    assertThat(facts.byName("PT", "Lisboa", LISBON)).isNull();
  }

  @Test
  void a_row_speaks_for_one_place() throws IOException {
    PlaceFacts facts = facts(ROW.formatted("1", "Lisboa", "38.72", "PPLC", 500_000));
    facts.byId("1");

    assertThat(facts.byName("PT", "Lisboa", LISBON)).isNull();
  }

  @Test
  void of_two_that_bear_a_name_the_nearest_is_meant() throws IOException {
    PlaceFacts facts =
        facts(
            ROW.formatted("1", "Baixa", "38.75", "PPLX", 1)
                + ROW.formatted("2", "Baixa", "38.71", "PPLX", 2));

    assertThat(facts.byName("PT", "Baixa", LISBON)).extracting(PlaceFacts.Fact::id).isEqualTo("2");
  }

  private PlaceFacts facts(String rows) throws IOException {
    Path file = folder.resolve("cities500.txt");
    Files.writeString(file, rows);
    return PlaceFacts.read(new GeoNamesFile(file));
  }
}
