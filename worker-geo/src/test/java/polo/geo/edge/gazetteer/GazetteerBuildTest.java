package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.Address;
import polo.common.earth.Coordinate;

class GazetteerBuildTest {

  @TempDir Path source;
  @TempDir Path first;
  @TempDir Path second;

  @Test
  void the_same_source_gives_the_same_bytes() throws IOException {
    TinyWorld.writeSource(source);

    GazetteerBuild.from(source, "tiny").writeTo(first);
    GazetteerBuild.from(source, "tiny").writeTo(second);

    assertThat(first.toFile().list()).hasSize(7);
    assertThat(first.toFile().listFiles())
        .allSatisfy(file ->
            assertThat(second.resolve(file.getName()))
                .hasBinaryContent(Files.readAllBytes(file.toPath())));
  }

  @Test
  void the_same_source_gives_the_same_file_with_its_sources_inside() throws IOException {
    TinyWorld.writeSource(source);
    Files.writeString(source.resolve("PROVENANCE.md"), "Made up on a train, public domain.");

    GazetteerBuild.writeAtlas(source, first.resolve("a"), "tiny");
    GazetteerBuild.writeAtlas(source, second.resolve("b"), "tiny");
    GazetteerCheck check = GazetteerCheck.of(first.resolve("a"));

    assertThat(second.resolve("b")).hasBinaryContent(Files.readAllBytes(first.resolve("a")));
    assertThat(check.about()).contains(check.version(), "Made up on a train", "places.tsv.gz");
  }

  @Test
  void a_check_counts_what_is_there_and_what_is_not() throws IOException {
    GazetteerBuild.writeAtlas(TinyWorld.writeSource(source), first.resolve("a"), "tiny");

    GazetteerCheck check = GazetteerCheck.of(first.resolve("a"));

    assertThat(check.isWhole()).isTrue();
    assertThat(check.zones()).isEqualTo(2);
    assertThat(check.places()).isEqualTo(3);
    assertThat(check.countriesWithPlaces()).isEqualTo(2);
    assertThat(check.samples() - check.gaps()).isEqualTo(2 * 40 * 40);
    assertThat(check.overlaps()).isEmpty();
  }

  @Test
  void the_version_follows_the_contents() throws IOException {
    TinyWorld.writeSource(source);
    String before = GazetteerBuild.from(source, "tiny").version();

    Files.writeString(source.resolve("admin1.tsv"), "WW.01\tWessex\n");
    String after = GazetteerBuild.from(source, "tiny").version();

    assertThat(before).matches("tiny-[0-9a-f]{8}");
    assertThat(after).matches("tiny-[0-9a-f]{8}").isNotEqualTo(before);
  }

  @Test
  void what_was_built_answers() throws IOException {
    GazetteerFiles files = GazetteerBuild.from(TinyWorld.writeSource(source), "tiny");
    EmbeddedGazetteer gazetteer = new EmbeddedGazetteer(new AtlasWriter(files, "made up").atlas());

    Address address = gazetteer.addressOf(new Coordinate(5.009, 9.709));

    assertThat(address)
        .isEqualTo(
            new Address(
                "WW",
                "Westland",
                "01",
                "Westshire",
                "Westville",
                "Old Quarter",
                address.distanceMeters(),
                "Europe/Lisbon",
                "polo-gazetteer",
                files.version()));
    assertThat(address.distanceMeters()).isBetween(150.0, 160.0);
  }

  @Test
  void a_border_village_stays_in_its_country_whatever_city_is_near() throws IOException {
    EmbeddedGazetteer gazetteer =
        new EmbeddedGazetteer(
            new AtlasWriter(GazetteerBuild.from(TinyWorld.writeSource(source), "tiny"), "made up")
                .atlas());

    Address address = gazetteer.addressOf(new Coordinate(5, 10.0001));

    assertThat(address.countryCode()).isEqualTo("EE");
    assertThat(address.city()).isEqualTo("Eastham");
  }

  @Test
  void an_area_whose_places_disagree_leaves_the_region_to_the_nearest_place() throws IOException {
    EmbeddedGazetteer gazetteer =
        new EmbeddedGazetteer(
            new AtlasWriter(GazetteerBuild.from(TinyWorld.writeSource(source), "tiny"), "made up")
                .atlas());

    Address address = gazetteer.addressOf(new Coordinate(5, 10.0001));

    assertThat(address.regionCode()).isEqualTo("08");
    assertThat(address.region()).isEqualTo("Eastshire");
  }
}
