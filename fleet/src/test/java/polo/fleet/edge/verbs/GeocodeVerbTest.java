package polo.fleet.edge.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.geo.geocode.ReverseGeocoder;

class GeocodeVerbTest {

  private static final String NAMES =
      ",geo_country,geo_region,geo_region_code,geo_city,geo_place,geo_distance_m,geo_timezone"
          + ",geo_suburb,geo_bearing,geo_border_m,geo_ambiguous,geo_disputed"
          + ",geo_country_confidence,geo_region_confidence,geo_city_confidence,geo_dataset\n";

  private static final String NOTHING = ",".repeat(16);

  @Test
  void rows_pass_through_with_names_behind_them() {
    Run run = geocode("id,lat,lon,note\n7,52.1,5.1,\"a, \"\"b\"\"\"\n8,-33.9,18.4,\n");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .isEqualTo(
            "id,lat,lon,note"
                + NAMES
                + "7,52.1,5.1,\"a, \"\"b\"\"\",NL,\"Utrecht, the province\",NL.09,Utrecht,\"the \"\"Dom\"\"\",150,Europe/Amsterdam,,,,,,,,,1\n"
                + "8,-33.9,18.4,,,,,,,,Etc/GMT,,,,,,,,,1\n");
  }

  @Test
  void a_row_without_a_position_is_written_and_named() {
    Run run = geocode("lat,lon,note\nnorth,5.1,x\n91,5.1,x\n52.1\n52.1,5.1,x\n");

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.lines())
        .contains("north,5.1,x" + NOTHING, "91,5.1,x" + NOTHING, "52.1,," + NOTHING)
        .hasSize(5);
    assertThat(run.err())
        .contains("line 2: no position", "line 3: no position", "line 4: no position");
  }

  @Test
  void a_header_without_positions_is_an_answer() {
    Run run = geocode("name,age\nada,36\n");

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).isEqualTo("polo: the header has no column lat\n");
  }

  @Test
  void a_disputed_position_is_whose_claim_is_preferred() {
    String pristina = "lat,lon\n42.6629,21.1655\n";

    Run asShipped = Run.withInput(pristina, "geocode");
    Run serbian = Run.withInput(pristina, "geocode", "--prefer", "rs");

    assertThat(asShipped.lines().getLast()).startsWith("42.6629,21.1655,XK,").contains(",XK|RS,");
    assertThat(serbian.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(serbian.lines().getLast()).startsWith("42.6629,21.1655,RS,").contains(",RS|XK,");
  }

  @Test
  void what_is_no_code_of_a_country_is_a_mistake() {
    Run run = Run.withInput("lat,lon\n", "geocode", "--prefer", "Serbia");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("two-letter codes", "'Serbia'");
  }

  private static Run geocode(String input) {
    return Run.of(input, GeocodeVerbTest::command);
  }

  private static CommandLine command(Stdio stdio) {
    return new CommandLine(new GeocodeVerb(stdio, claims -> new TwoPlaces()))
        .setExecutionExceptionHandler(new Failures(stdio));
  }

  /// A world of one city in the north and the sea in the south.
  private static final class TwoPlaces implements ReverseGeocoder {

    @Override
    public Address addressOf(Coordinate position) {
      return position.latitude() > 0
          ? new Address(
              "NL",
              "Netherlands",
              "09",
              "Utrecht, the province",
              "Utrecht",
              "the \"Dom\"",
              149.6,
              "Europe/Amsterdam",
              "test",
              "1")
          : new Address(null, null, null, null, null, null, null, "Etc/GMT", "test", "1");
    }
  }
}
