package polo.fleet.edge.verbs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A world of two square countries, ten degrees wide, side by side on the equator.
class GazetteerVerbTest {

  /// The squares as `*.rgp`, labelled with zones and countries, and with regions.
  private static final String ZONES =
      "AAAAAAAAAAAAAAAAAwSAiXoA/4h6AACAiXqAiXoAAgD/iHoAgIl6BAAAgIl6AAD/iHr/iHoAAhBFdXJvcGUvTGlzYm9ufFdXAQECAAMORXVyb3BlL1JvbWV8RUUBAQICBA==";

  private static final String REGIONS =
      "AAAAAAAAAAAAAAAAAwSAiXoA/4h6AACAiXqAiXoAAgD/iHoAgIl6BAAAgIl6AAD/iHr/iHoAAgNXLTEBAQIAAwNFLTEBAQICBA==";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void build() throws IOException {
    file = folder.resolve("tiny.atlas");
    Path source = writeSource(Files.createDirectory(folder.resolve("source")));

    Run run = Run.polo("gazetteer", "build", source.toString(), file.toString(), "--edition", "t");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).matches("version t-[0-9a-f]{8}\n");
  }

  @Test
  void a_check_counts_and_fails_where_the_world_has_gaps() {
    Run run = Run.polo("gazetteer", "check", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .contains(
            "checksum   right",
            "zones      2",
            "regions    1",
            "places     3 in 2 countries",
            "gaps       1033600 of 1036800 positions");
  }

  @Test
  void a_damaged_gazetteer_is_found_out() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    Run run = Run.polo("gazetteer", "check", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.lines()).contains("checksum   WRONG: the file is damaged");
  }

  @Test
  void what_is_no_gazetteer_is_an_answer() throws IOException {
    Files.writeString(file, "to whom it may concern");

    Run run = Run.polo("gazetteer", "check", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.err()).startsWith("polo: ").doesNotContain("should not happen");
  }

  private static Path writeSource(Path source) throws IOException {
    Files.write(source.resolve("tzcountry_20m.rgp"), Base64.getDecoder().decode(ZONES));
    Files.write(source.resolve("admin1_ne_60m.rgp"), Base64.getDecoder().decode(REGIONS));
    Files.writeString(
        source.resolve("admin1_ne.tsv"),
        """
        adm1_code\tiso_a2\tiso_3166_2\tname\tname_en\ttype_en\tregion\tgn_admin1\tpurity\tvotes
        W-1\tWW\t\tWest\t\t\t\tWW.01\t1.00\t2
        E-1\tEE\t\tEast\t\t\t\tEE.07\t0.40\t2
        """);
    Files.writeString(source.resolve("admin1.tsv"), "WW.01\tWestshire\nEE.08\tEastshire\n");
    Files.writeString(
        source.resolve("countries.tsv"),
        "cc\tiso3\tnum\tname\nWW\tWWW\t1\tWestland\nEE\tEEE\t2\tEastland\n");
    writeGzipped(
        source.resolve("places.tsv.gz"),
        """
        geonameid\tname\tlat\tlon\tcc\tadmin1\tadmin2\tpopulation\tfcode\ttz\tflags
        1\tWestville\t5\t9.7\tWW\t01\t\t90000\tPPL\t\t0
        2\tOld Quarter\t5.01\t9.71\tWW\t01\t\t5000\tPPLX\t\t0
        3\tEastham\t5\t10.01\tEE\t08\t\t800\tPPL\t\t0
        """);
    return source;
  }

  private static void writeGzipped(Path to, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      out.write(text.getBytes(UTF_8));
    }
  }
}
