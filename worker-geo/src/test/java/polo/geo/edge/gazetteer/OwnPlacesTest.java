package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.Address;
import polo.common.earth.Coordinate;

class OwnPlacesTest {

  private static final String CSV =
      """
      name,lat,lon,radius,kind
      "Grandma's, the garden",5.01,9.71,300,
      The shed,5.01,9.71,20,place
      New Settlement,2,2,5000,town
      Far away,95,2,10,
      ,3,3,10,
      Vast,3,3,60000,
      Vague,3,east,10,
      """;

  @TempDir Path folder;

  @Test
  void within_its_circle_an_own_place_wins_over_all() throws IOException {
    imported("own.csv", CSV);

    assertThat(addressAt(5.011, 9.71).place()).isEqualTo("Grandma's, the garden");
    assertThat(addressAt(5.011, 9.71).city()).isEqualTo("Westville");
    assertThat(addressAt(5.011, 9.71).distanceMeters()).isBetween(110.0, 112.0);
    assertThat(addressAt(5.013, 9.71).place()).isEqualTo("Old Quarter");
  }

  @Test
  void of_several_circles_the_smallest_answers() throws IOException {
    imported("own.csv", CSV);

    assertThat(addressAt(5.0101, 9.71).place()).isEqualTo("The shed");
  }

  @Test
  void an_own_town_is_the_town_one_is_in() throws IOException {
    imported("own.csv", CSV);

    assertThat(addressAt(2.02, 2.02).city()).isEqualTo("New Settlement");
  }

  @Test
  void rows_of_no_use_are_named() throws IOException {
    ImportReport report = imported("own.csv", CSV);

    assertThat(report.ownPlaces()).isEqualTo(3);
    assertThat(report.problems())
        .extracting(ImportReport.Problem::reason)
        .containsExactly(
            "left out: a radius that is not between 0 and 50 km",
            "left out: no name",
            "left out: no number",
            "left out: no position on Earth");
  }

  @Test
  void points_of_geojson_are_places_too() throws IOException {
    imported(
        "own.geojson",
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"name":"Boat","radius":50},
         "geometry":{"type":"Point","coordinates":[-179.9999,-40]}}]}
        """);

    assertThat(addressAt(-40, 179.9998).place()).isEqualTo("Boat");
    assertThat(addressAt(-40, 179.9998).city()).isNull();
  }

  private ImportReport imported(String name, String text) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    return GazetteerImport.into(
        folder.resolve("a"),
        new GazetteerImport.Order(
            "tiny",
            TinyWorld.writeSource(source),
            null,
            List.of(),
            List.of(),
            Files.writeString(folder.resolve(name), text)));
  }

  private Address addressAt(double latitude, double longitude) throws IOException {
    return EmbeddedGazetteer.open(folder.resolve("a"))
        .addressOf(new Coordinate(latitude, longitude));
  }
}
