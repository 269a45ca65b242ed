package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.geo.edge.gazetteer.BoundaryLayer.Level;
import polo.testkit.Golden;

class BoundaryImportTest {

  private static final String UTM_31_NORTH =
      """
      PROJCS["WGS_1984_UTM_Zone_31N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",
      SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],
      UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
      PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],
      PARAMETER["Central_Meridian",3.0],PARAMETER["Scale_Factor",0.9996],
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """;

  private static final String WEST = "[[0,0],[9.69,0],[9.69,10],[0,10],[0,0]]";
  private static final String EAST = "[[9.69,0],[10,0],[10,10],[9.69,10],[9.69,4],[9.69,0]]";

  @TempDir Path source;
  @TempDir Path made;

  @BeforeEach
  void two_countries() throws IOException {
    TinyWorld.writeSource(source);
  }

  @Test
  void a_region_that_was_imported_answers_up_to_its_line() throws IOException {
    imported(regions(MadeUpFiles.geoJson(file("r.geojson"), "WW.05", WEST, "WW.06", EAST), 0));

    assertThat(addressAt(5, 9.6899).regionCode()).isEqualTo("05");
    assertThat(addressAt(5, 9.6901).regionCode()).isEqualTo("06");
    assertThat(addressAt(5, 9.6901).region()).isEqualTo("Name of WW.06");
    assertThat(addressAt(5, 10.0001).regionCode()).isEqualTo("08");
  }

  @Test
  void a_shapefile_in_projected_metres_is_put_where_it_belongs() throws IOException {
    Path file =
        MadeUpFiles.shapefile(
            file("u.shp"),
            "WW.09",
            UTM_31_NORTH,
            new double[] {
              500_000, 100_000, 500_000, 200_000, 600_000, 200_000, 600_000, 100_000, 500_000,
              100_000
            });

    ImportReport report = imported(layer(file, Level.REGION, "CODE", "", 0));

    assertThat(report.layers().getFirst().coordinates()).isEqualTo("WGS_1984_UTM_Zone_31N");
    assertThat(addressAt(1.3, 3.0001).regionCode()).isEqualTo("09");
    assertThat(addressAt(1.3, 2.9999).regionCode()).isNotEqualTo("09");
    assertThat(addressAt(0.9048, 3.4).regionCode()).isEqualTo("09");
    assertThat(addressAt(0.9040, 3.4).regionCode()).isNotEqualTo("09");
  }

  @Test
  void a_code_of_epsg_overrules_what_the_file_says() throws IOException {
    Path file =
        MadeUpFiles.shapefile(
            file("u.shp"),
            "WW.09",
            "LOCAL_CS[\"nonsense\"]",
            new double[] {
              500_000, 100_000, 500_000, 200_000, 600_000, 200_000, 600_000, 100_000, 500_000,
              100_000
            });

    imported(
        new BoundaryLayer(
            file, Level.REGION, "CODE", "", "", "", "EPSG:32631", 0, "public domain"));

    assertThat(addressAt(1.3, 3.0001).regionCode()).isEqualTo("09");
  }

  @Test
  void a_geopackage_is_read_with_its_holes() throws Exception {
    Path file =
        MadeUpFiles.geoPackage(
            file("p.gpkg"),
            "WW.03",
            "Ringland",
            "MULTIPOLYGON(((0 0,8 0,8 8,0 8,0 0),(2 2,2 4,4 4,4 2,2 2)))");

    imported(layer(file, Level.REGION, "iso", "label", 0));

    assertThat(addressAt(1, 1).region()).isEqualTo("Ringland");
    assertThat(addressAt(3, 3).region()).isNotEqualTo("Ringland");
  }

  @Test
  void a_country_has_what_its_new_boundary_covers_and_a_border_where_that_ends()
      throws IOException {
    String strip = "[[9,-1],[20,-1],[20,10],[9,10],[9,-1]]";

    imported(
        layer(MadeUpFiles.geoJson(file("c.json"), "EST", strip), Level.COUNTRY, "code", "", 0));
    EmbeddedGazetteer gazetteer = EmbeddedGazetteer.open(made.resolve("a"));

    assertThat(addressAt(5, 9.5).countryCode()).isEqualTo("EE");
    assertThat(addressAt(5, 9.5).timeZone()).isEqualTo("Europe/Rome");
    assertThat(addressAt(5, 8.99).countryCode()).isEqualTo("WW");
    assertThat(addressAt(-0.5, 15).countryCode()).isEqualTo("EE");
    assertThat(gazetteer.answerAt(new Coordinate(5, 8.99), 10).borderMeters())
        .isCloseTo(1_108, within(10.0));
    assertThat(gazetteer.answerAt(new Coordinate(5, 9.99), 10).borderMeters()).isNull();
  }

  @Test
  void a_time_zone_that_was_imported_keeps_the_country() throws IOException {
    String square = "[[2,2],[4,2],[4,4],[2,4],[2,2]]";

    imported(
        layer(
            MadeUpFiles.geoJson(file("z.json"), "Asia/Tokyo", square), Level.ZONE, "code", "", 0));

    assertThat(addressAt(3, 3).timeZone()).isEqualTo("Asia/Tokyo");
    assertThat(addressAt(3, 3).countryCode()).isEqualTo("WW");
    assertThat(addressAt(5, 3).timeZone()).isEqualTo("Europe/Lisbon");
  }

  @Test
  void a_simplified_border_is_the_same_from_both_sides() throws IOException {
    String west = "[[0,0],[5,0],[5.001,3],[4.999,6],[5,10],[0,10],[0,0]]";
    String east = "[[5,0],[10,0],[10,10],[5,10],[4.999,6],[5.001,3],[5,0]]";

    ImportReport report =
        imported(regions(MadeUpFiles.geoJson(file("r.json"), "WW.05", west, "WW.06", east), 500));
    ImportReport.Layer layer = report.layers().getFirst();

    assertThat(layer.points().after()).isLessThan(layer.points().before());
    assertThat(addressAt(3, 4.9999).regionCode()).isEqualTo("05");
    assertThat(addressAt(3, 5.0001).regionCode()).isEqualTo("06");
  }

  @Test
  void what_is_wrong_with_shapes_is_told() throws IOException {
    Path file =
        MadeUpFiles.geoJson(
            file("faulty.geojson"),
            "WW.05",
            "[[0,0],[5,0],[5,4],[0,4],[0,0]]",
            "WW.06",
            "[[4.9,0],[9,0],[9,4],[4.9,4],[4.9,0]]",
            "WW.07",
            "[[0,5],[2,7],[2,5],[0,7],[0,5]]",
            "",
            "[[0,8],[1,8],[1,9],[0,8]]",
            "WW.08",
            "[[0,8],[1,8]]",
            "WW.09",
            "[[400,8],[401,8],[401,9],[400,8]]",
            "09",
            "[[0,8],[1,8],[1,9],[0,8]]",
            "WW.10",
            "[[6,5],[9,5],[9,8],[6,8],[6,5]],[[7,6],[7,7],[8,7],[8,6],[7,6]]");

    ImportReport report = imported(regions(file, 20));

    Golden.matches(
        "gazetteer/import-report.txt",
        String.join("\n", report.lines()) + "\n\n" + Json.line(report) + "\n");
  }

  @Test
  void the_same_files_give_the_same_bytes() throws IOException {
    Path file = MadeUpFiles.geoJson(file("r.geojson"), "WW.05", WEST, "WW.06", EAST);
    imported(regions(file, 20));
    byte[] first = Files.readAllBytes(made.resolve("a"));

    imported(regions(file, 20));

    assertThat(made.resolve("a")).hasBinaryContent(first);
    assertThat(GazetteerCheck.of(made.resolve("a")).about()).contains("r.geojson", "public domain");
  }

  @Test
  void a_file_that_is_not_what_its_name_says_is_refused() throws IOException {
    Path shapefile = Files.writeString(file("x.shp"), "no shapes");
    Path geoPackage = Files.writeString(file("x.gpkg"), "no shapes");
    Path geoJson = Files.writeString(file("x.geojson"), "no shapes");

    assertThatThrownBy(() -> imported(regions(shapefile, 0))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> imported(regions(geoPackage, 0))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> imported(regions(geoJson, 0))).isInstanceOf(IOException.class);
  }

  private Path file(String name) {
    return made.resolve(name);
  }

  private static BoundaryLayer regions(Path file, double tolerance) {
    return layer(file, Level.REGION, "code", "title", tolerance);
  }

  private static BoundaryLayer layer(
      Path file, Level level, String code, String name, double tolerance) {
    return new BoundaryLayer(file, level, code, "", name, "", "", tolerance, "public domain");
  }

  private ImportReport imported(BoundaryLayer layer) throws IOException {
    return GazetteerImport.into(
        made.resolve("a"),
        new GazetteerImport.Order("tiny", source, null, List.of(), List.of(layer), null));
  }

  private Address addressAt(double latitude, double longitude) throws IOException {
    return EmbeddedGazetteer.open(made.resolve("a")).addressOf(new Coordinate(latitude, longitude));
  }
}
