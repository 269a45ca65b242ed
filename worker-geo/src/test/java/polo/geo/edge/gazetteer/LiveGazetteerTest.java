package polo.geo.edge.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.earth.Coordinate;

class LiveGazetteerTest {

  private static final Duration OFTEN = Duration.ofMillis(5);
  private static final Coordinate IN_THE_WEST = new Coordinate(5.009, 9.709);

  @TempDir Path source;
  @TempDir Path folder;

  @Test
  void a_newer_file_in_its_place_takes_over() throws IOException {
    Path file = build("places.atlas");
    try (LiveGazetteer gazetteer = LiveGazetteer.watching(file, OFTEN, List.of())) {
      String before = gazetteer.version();
      assertThat(gazetteer.addressOf(IN_THE_WEST).region()).isEqualTo("Westshire");

      Files.writeString(source.resolve("admin1.tsv"), "WW.01\tWessex\n");
      GazetteerBuild.writeAtlas(source, file, "tiny");

      await().until(() -> !gazetteer.version().equals(before));
      assertThat(gazetteer.addressOf(IN_THE_WEST).region()).isEqualTo("Wessex");
      assertThat(gazetteer.addressOf(IN_THE_WEST).dataset()).isEqualTo(gazetteer.version());
    }
  }

  @Test
  void a_damaged_file_in_its_place_is_left_alone_until_a_whole_one_comes() throws IOException {
    Path file = build("places.atlas");
    try (LiveGazetteer gazetteer = LiveGazetteer.watching(file, OFTEN, List.of())) {
      String before = gazetteer.version();

      putInPlace(file, "POLOGAZ2 and then nothing".getBytes(UTF_8));
      assertThat(gazetteer.addressOf(IN_THE_WEST).dataset()).isEqualTo(before);

      Files.writeString(source.resolve("admin1.tsv"), "WW.01\tWessex\n");
      GazetteerBuild.writeAtlas(source, file, "tiny");
      await().until(() -> !gazetteer.version().equals(before));
    }
  }

  @Test
  void a_damaged_file_is_no_beginning() throws IOException {
    Path file = build("places.atlas");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    putInPlace(file, bytes);

    assertThatThrownBy(() -> LiveGazetteer.watching(file, OFTEN, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }

  private Path build(String name) throws IOException {
    Path file = folder.resolve(name);
    GazetteerBuild.writeAtlas(TinyWorld.writeSource(source), file, "tiny");
    return file;
  }

  private void putInPlace(Path file, byte[] bytes) throws IOException {
    Path aside = Files.write(folder.resolve("aside"), bytes);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
