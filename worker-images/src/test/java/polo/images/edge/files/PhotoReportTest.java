package polo.images.edge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.earth.Coordinate;
import polo.common.edge.json.Json;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

class PhotoReportTest {

  private static final CameraNotes NOTES =
      CameraNotes.phone(LocalDateTime.parse("2026-07-14T09:15:00"))
          .withOffset(ZoneOffset.ofHours(2))
          .withOrientation(6)
          .withGps(
              new CameraNotes.Gps(
                  new Coordinate(52.5, 5.25), 7, Instant.parse("2026-07-14T07:15:00Z")));

  @TempDir Path folder;

  @Test
  void a_photo_is_one_line_of_json() throws IOException {
    Path file = write("holiday.jpg", SyntheticPhoto.of(Subject.RIVER, 240, 320, NOTES).jpeg());

    String line = Json.line(PhotoReport.of(file, null));

    // Which engine renders, and to how many bytes, depends on the libraries of the machine.
    String anywhere =
        line.replaceAll("\"bytes\":\\d+", "\"bytes\":0")
            .replaceAll("\"impression\":\\{[^}]*}", "\"impression\":{}")
            .replaceAll("\"engine\":\"(turbo|thumbnailator|vips)\"", "\"engine\":\"ENGINE\"");
    assertThat(anywhere.replace(file.toString(), "FILE"))
        .isEqualTo(
            """
            {"type":"photo","file":"FILE","outcome":"done","format":"jpeg","width":240,\
            "height":320,"orientation":6,"takenAt":{"local":"2026-07-14T09:15:00",\
            "offset":"+02:00","instant":"2026-07-14T07:15:00Z","source":"exif-offset"},\
            "position":{"lat":52.5,"lon":5.25,"altitude":7.0,"source":"exif"},\
            "camera":{"make":"Polo","model":"Polo Phone 9",\
            "lens":"Polo Phone 9 back camera 5.7mm f/1.8"},"exposure":{"seconds":0.0015625,\
            "fNumber":1.8,"iso":64,"focalLengthMm":5.7},"impression":{},"engine":"ENGINE","renditions":[\
            {"name":"512","width":240,"height":320,"bytes":0,"format":"jpeg"},\
            {"name":"256","width":192,"height":256,"bytes":0,"format":"jpeg"}]}\
            """);
  }

  @Test
  void renditions_are_written_beside_each_other() throws IOException {
    Path file = write("holiday.jpg", SyntheticPhoto.of(Subject.RIVER, 240, 320, NOTES).jpeg());

    PhotoReport.of(file, folder.resolve("out"));

    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**/holiday-512.jpg")
        .isDirectoryContaining("glob:**/holiday-256.jpg");
  }

  @Test
  void absent_facts_are_absent() throws IOException {
    Path file = write("note.jpg", "not a photo".getBytes(StandardCharsets.UTF_8));

    String line = Json.line(PhotoReport.of(file, null));

    assertThat(line.replace(file.toString(), "FILE"))
        .isEqualTo(
            """
            {"type":"photo","file":"FILE","outcome":"reject","reason":"IMAGE_UNRECOGNISED",\
            "renditions":[]}\
            """);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
