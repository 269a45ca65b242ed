package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.Address;
import polo.common.earth.Coordinate;

class GeoNamesImportTest {

  private static final String PLACES =
      """
      11\tNieuwstad\tNieuwstad\t\t5\t5\tP\tPPLA\tWW\t\t01\t\t\t\t40000\t\t3\tEurope/Lisbon\t2026-03-01
      12\tHeuvel\tHeuvel\t\t6\t5\tT\tHLL\tWW\t\t01\t\t\t\t0\t\t3\tEurope/Lisbon\t2026-04-01
      13\tNergens\tNergens\t\t95\t5\tP\tPPL\tWW\t\t01\t\t\t\t10\t\t3\tEurope/Lisbon\t2026-02-01
      11\tDubbel\tDubbel\t\t5\t5\tP\tPPL\tWW\t\t01\t\t\t\t10\t\t3\tEurope/Lisbon\t2026-02-01
      short\trow
      14\tVerdwaald\tVerdwaald\t\t5\t15\tP\tPPL\tWW\t\t01\t\t\t\t10\t\t3\tEurope/Lisbon\t2026-02-01
      """;

  private static final String NAMES =
      """
      1\t11\ten\tNewtown\t\t\t\t
      2\t11\ten\tNew City\t1\t\t\t
      3\t11\ten\tThe Hole\t1\t\t1\t
      4\t11\tfr\tVilleneuve\t\t\t\t
      5\t21\tfr\tComté-Ouest\t\t\t\t
      6\t99\ten\tElsewhere\t\t\t\t
      """;

  @TempDir Path source;
  @TempDir Path dump;
  @TempDir Path made;

  @BeforeEach
  void a_dump_of_one_country() throws IOException {
    TinyWorld.writeSource(source);
    Files.writeString(dump.resolve("cities500.txt"), PLACES);
    Files.writeString(dump.resolve("admin1CodesASCII.txt"), "WW.01\tWestshire\tWestshire\t21\n");
    Files.writeString(dump.resolve("alternateNamesV2.txt"), NAMES);
  }

  @Test
  void places_of_the_dump_replace_those_of_its_countries() throws IOException {
    ImportReport report = imported("a", "nl");

    assertThat(report.places()).isEqualTo(new ImportReport.PlaceCounts(6, 2, 2, 1, 0, 1));
    assertThat(addressAt(5, 5.01).city()).isEqualTo("Nieuwstad");
    assertThat(addressAt(5, 10.01).city()).isEqualTo("Eastham");
  }

  @Test
  void rows_of_no_use_are_named_and_counted() throws IOException {
    ImportReport report = imported("a", "nl");

    assertThat(report.problems())
        .extracting(ImportReport.Problem::reason, ImportReport.Problem::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a place that is there already", 1),
            org.assertj.core.groups.Tuple.tuple("fewer than 19 columns", 1),
            org.assertj.core.groups.Tuple.tuple("no position on Earth", 1));
    assertThat(report.problems().get(1).examples()).containsExactly("line 5: short | row");
  }

  @Test
  void names_are_those_of_the_first_language_that_has_one() throws IOException {
    imported("a", "en", "fr");

    assertThat(addressAt(5, 5.01).city()).isEqualTo("New City");
    assertThat(addressAt(5, 5.01).region()).isEqualTo("Comté-Ouest");
  }

  @Test
  void the_same_files_give_the_same_bytes_and_are_named_inside() throws IOException {
    imported("a", "en");
    imported("b", "en");

    GazetteerCheck check = GazetteerCheck.of(made.resolve("a"));

    assertThat(made.resolve("b")).hasBinaryContent(Files.readAllBytes(made.resolve("a")));
    assertThat(check.about()).contains("| cities500.txt | 2026-03-01 | © GeoNames, CC BY 4.0 |");
  }

  @Test
  void archives_are_read_as_they_were_downloaded() throws IOException {
    Files.delete(dump.resolve("cities500.txt"));
    try (OutputStream file = Files.newOutputStream(dump.resolve("WW.zip"));
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write("not this".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("WW.txt"));
      zip.write(PLACES.getBytes(StandardCharsets.UTF_8));
    }

    imported("a", "nl");

    assertThat(addressAt(5, 5.01).city()).isEqualTo("Nieuwstad");
  }

  @Test
  void a_folder_without_places_is_refused() throws IOException {
    Files.delete(dump.resolve("cities500.txt"));

    assertThatThrownBy(() -> imported("a", "nl"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no places");
  }

  private ImportReport imported(String file, String... languages) throws IOException {
    return GazetteerImport.into(
        made.resolve(file),
        new GazetteerImport.Order("tiny", source, dump, List.of(languages), List.of(), null));
  }

  private Address addressAt(double latitude, double longitude) throws IOException {
    return EmbeddedGazetteer.open(made.resolve("a")).addressOf(new Coordinate(latitude, longitude));
  }
}
