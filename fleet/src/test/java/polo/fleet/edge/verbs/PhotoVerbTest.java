package polo.fleet.edge.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;

class PhotoVerbTest {

  @TempDir private Path folder;

  @Test
  void a_photo_is_one_line_and_its_renditions_lie_in_the_folder() throws IOException {
    Path photo = picture("beach.jpg");
    Path out = folder.resolve("made/here");

    Run run = Run.polo("photo", photo.toString(), "--out", out.toString());

    JsonNode line = Json.mapper().readTree(run.out());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(line.path("type").stringValue()).isEqualTo("photo");
    assertThat(line.path("outcome").stringValue()).isEqualTo("done");
    assertThat(line.path("width").intValue()).isEqualTo(320);
    try (Stream<Path> made = Files.list(out)) {
      assertThat(made).hasSize(line.path("renditions").size()).isNotEmpty();
    }
  }

  @Test
  void photos_are_told_in_the_order_of_the_files_and_a_broken_one_fails() throws IOException {
    Path one = picture("one.png");
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "this is no picture");
    Path missing = folder.resolve("missing.jpg");
    Path two = picture("two.jpg");

    Run run =
        Run.polo("photo", one.toString(), broken.toString(), missing.toString(), two.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.lines())
        .extracting(line -> Json.mapper().readTree(line).path("outcome").stringValue())
        .containsExactly("done", "reject", "done");
    assertThat(run.err()).isEqualTo(missing + ": no such file\n");
  }

  @Test
  void a_photo_without_a_position_gets_a_copy_with_one_and_a_sidecar() throws IOException {
    Path photo = picture("scan.jpg");
    byte[] before = Files.readAllBytes(photo);
    Path out = folder.resolve("tagged");

    Run run =
        Run.polo("photo", photo.toString(), "--geotag", "38.7223,-9.1393", "--out", out.toString());
    Run again = Run.polo("photo", out.resolve("scan-geotagged.jpg").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
    assertThat(Files.readString(out.resolve("scan.jpg.xmp"))).contains("38,43.338000N");
    JsonNode position = Json.mapper().readTree(again.out()).path("position");
    assertThat(position.path("lat").doubleValue()).isCloseTo(38.7223, within(1e-9));
    assertThat(position.path("lon").doubleValue()).isCloseTo(-9.1393, within(1e-9));
  }

  @Test
  void a_position_of_the_cameras_own_is_left_alone() throws IOException {
    Path out = folder.resolve("tagged");
    Run.polo("photo", picture("a.jpg").toString(), "--geotag", "1,2", "--out", out.toString());

    Run again =
        Run.polo(
            "photo",
            out.resolve("a-geotagged.jpg").toString(),
            "--geotag",
            "3,4",
            "--out",
            out.toString());

    assertThat(again.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(out.resolve("a-geotagged-geotagged.jpg")).doesNotExist();
  }

  @Test
  void a_copy_needs_a_folder_and_a_place_on_earth() throws IOException {
    String photo = picture("a.jpg").toString();

    assertThat(Run.polo("photo", photo, "--geotag", "1,2").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.polo("photo", photo, "--geotag", "91,2", "--out", "x").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  private Path picture(String name) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(
        new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB),
        name.substring(name.indexOf('.') + 1),
        file.toFile());
    return file;
  }
}
