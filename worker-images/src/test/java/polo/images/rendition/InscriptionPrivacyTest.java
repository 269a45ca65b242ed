package polo.images.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.earth.Coordinate;
import polo.common.job.PhotoPrivacy;
import polo.images.Darkroom;
import polo.images.edge.settings.ImagesSettings;
import polo.images.photo.Look;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

/// Asks exiftool, which reads more than we do, what renditions tell.
class InscriptionPrivacyTest {

  @TempDir private Path folder;

  @BeforeEach
  void exiftool_is_there() {
    boolean installed =
        Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "exiftool")));
    assumeThat(installed).as("exiftool is not installed").isTrue();
  }

  @Test
  void a_stripped_rendition_tells_nothing() throws Exception {
    String tags = told(PhotoPrivacy.STRIP);

    assertThat(tags).doesNotContain("EXIF", "GPS", "XMP", "IPTC", "MakerNotes");
  }

  @Test
  void a_rendition_with_facts_tells_no_place() throws Exception {
    String tags = told(PhotoPrivacy.KEEP_FACTS);

    assertThat(tags)
        .contains("[ExifIFD] DateTimeOriginal: 2026:07:14 09:15:30")
        .contains("[ExifIFD] OffsetTimeOriginal: +02:00")
        .contains("[ExifIFD] ExposureTime: 1/640")
        .doesNotContain("GPS", "Serial", "Thumbnail", "MakerNote", "XMP", "Warning", "Error");
  }

  @Test
  void a_private_rendition_tells_the_place() throws Exception {
    String tags = told(PhotoPrivacy.KEEP_POSITION);

    assertThat(tags)
        .contains("[GPS] GPSLatitude: 33 deg 30' 0.00\"")
        .contains("[GPS] GPSLatitudeRef: South")
        .contains("[GPS] GPSLongitude: 18 deg 15' 0.00\"")
        .contains("[GPS] GPSAltitude: 12.5 m")
        .doesNotContain("Serial", "Thumbnail", "MakerNote", "XMP", "Warning", "Error");
  }

  private String told(PhotoPrivacy privacy) throws IOException, InterruptedException {
    byte[] original =
        SyntheticPhoto.of(
                Subject.RIVER,
                64,
                48,
                CameraNotes.phone(LocalDateTime.of(2026, 7, 14, 9, 15, 30))
                    .withOffset(ZoneOffset.ofHours(2))
                    .withGps(
                        new CameraNotes.Gps(
                            new Coordinate(-33.5, 18.25),
                            12.5,
                            Instant.parse("2026-07-14T07:15:28Z"))))
            .jpeg();
    Darkroom darkroom = ImagesSettings.defaults().darkroom();
    Darkroom.Examined examined = darkroom.examine(original);
    Look.Seen seen = (Look.Seen) examined.look();
    Rendered.Whole whole =
        (Rendered.Whole)
            darkroom.render(new Original(original, seen.header(), examined.facts().orientation()));
    Rendition rendition = whole.renditions().getFirst();
    Inscription told = Inscription.of(examined.facts(), privacy);
    Path file = folder.resolve("rendition.jpg");
    Files.write(file, ExifSegment.into(rendition.bytes(), rendition.size(), told));
    return exiftool(file);
  }

  private static String exiftool(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "exiftool",
                "-a",
                "-u",
                "-G1",
                "-s",
                "-s",
                "-validate",
                "-warning",
                "-all",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
