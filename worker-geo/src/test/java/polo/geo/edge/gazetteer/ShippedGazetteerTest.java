package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedGazetteerTest {

  private static final long TEN_MEGABYTES = 10_000_000;

  @Test
  void the_manifest_names_what_is_in_the_files() {
    String manifest = text("manifest.txt");

    GazetteerFiles asBuilt = GazetteerFiles.of("2026b", Shipped.FILES.contents());

    assertThat(asBuilt.manifest()).isEqualTo(manifest);
    assertThat(asBuilt.version()).isEqualTo(Shipped.FILES.version());
  }

  @Test
  void all_of_it_is_no_larger_than_ten_megabytes() {
    long bytes = files().stream().mapToLong(name -> resource(name).length).sum();

    assertThat(bytes).isLessThan(TEN_MEGABYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EmbeddedGazetteer.ATTRIBUTION,
        "timeshape:2026b.29",
        "CC BY 4.0",
        "ODbL 1.0",
        "public domain",
        "ISC",
        "GazetteerBuild"
      })
  void its_provenance_lies_beside_it(String said) {
    String provenance = text("PROVENANCE.md");

    assertThat(provenance).contains(said);
  }

  @Test
  void the_provenance_names_each_file() {
    String provenance = text("PROVENANCE.md");

    assertThat(files()).allSatisfy(name -> assertThat(provenance).contains("`" + name + "`"));
  }

  @Test
  void java_knows_each_time_zone() {
    Stream<String> zones =
        Boundaries.read(Shipped.FILES.get(GazetteerFiles.ZONES)).areas().stream()
            .map(area -> Claim.of(area.label()))
            .flatMap(claim -> Stream.ofNullable(claim.timeZone()));

    assertThat(zones).allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
  }

  @Test
  void each_country_has_a_name() {
    Names names = Names.read(Shipped.FILES.get(GazetteerFiles.COUNTRY_NAMES));
    Stream<String> countries =
        Boundaries.read(Shipped.FILES.get(GazetteerFiles.ZONES)).areas().stream()
            .map(area -> Claim.of(area.label()))
            .flatMap(claim -> Stream.ofNullable(claim.countryCode()));

    assertThat(countries).allSatisfy(country -> assertThat(names.of(country)).isNotBlank());
  }

  @Test
  void areas_are_sorted_so_that_ties_are_settled_by_name() {
    List<String> labels =
        Boundaries.read(Shipped.FILES.get(GazetteerFiles.ZONES)).areas().stream()
            .map(Boundaries.Area::label)
            .toList();

    assertThat(labels).isSorted().doesNotHaveDuplicates();
  }

  private static List<String> files() {
    return Stream.concat(
            Shipped.FILES.contents().keySet().stream().map(name -> name + ".gz"),
            Stream.of("manifest.txt"))
        .toList();
  }

  private static String text(String name) {
    return new String(resource(name), UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream in = EmbeddedGazetteer.class.getResourceAsStream("/polo/gazetteer/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
