package polo.fleet.edge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.earth.Fix;
import polo.common.job.Job;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.common.job.PointsUploaded;
import polo.fleet.edge.files.RecordedFixes;
import polo.fleet.edge.progress.Progress;

class FileImportTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir private Path folder;

  private final RememberingUplink fleet = new RememberingUplink();

  @Test
  void fixes_become_jobs_of_their_user_and_device_in_the_order_of_the_file() throws IOException {
    Path file =
        file(
            "fixes.csv",
            "user,device,ts,lat,lon\nada,phone,3,1,2\nbob,,1,1,2\nada,phone,1,1,2\nada,watch,2,1,2\n");

    ImportReport report = run(null, file);

    assertThat(fleet.given)
        .containsExactly(
            new PointsUploaded("ada", "phone", List.of(fixAt(3), fixAt(1))),
            new PointsUploaded("bob", RecordedFixes.DEVICE, List.of(fixAt(1))),
            new PointsUploaded("ada", "watch", List.of(fixAt(2))));
    assertThat(report.fixes()).isEqualTo(4);
    assertThat(report.pointJobs()).isEqualTo(3);
    assertThat(report.users()).isEqualTo(2);
    assertThat(fleet.flushes).isEqualTo(1);
  }

  @Test
  void a_job_holds_at_most_two_thousand_fixes() throws IOException {
    Path file = file("fixes.csv", "ts,lat,lon\n" + "1,1,2\n".repeat(4_500));

    run("ada", file);

    assertThat(fleet.given).extracting(FileImportTest::size).containsExactly(2_000, 2_000, 500);
  }

  @Test
  void many_users_in_one_file_never_keep_more_than_a_bounded_number_of_fixes_waiting() {
    PointsBatches batches = new PointsBatches(fleet);

    for (int user = 0; user <= PointsBatches.MOST_HELD; user++) {
      batches.add("user-" + user, "phone", fixAt(1));
    }

    assertThat(fleet.given).hasSize(PointsBatches.MOST_HELD + 1);
  }

  @Test
  void the_user_of_a_row_goes_before_the_given_one() throws IOException {
    Path file = file("fixes.csv", "user,ts,lat,lon\nbob,1,1,2\n,2,1,2\n");

    run("ada", file);

    assertThat(fleet.given).extracting(Job::userId).containsExactly("bob", "ada");
  }

  @Test
  void rows_of_nobody_are_left_out_and_named() throws IOException {
    Path file = file("ride.csv", "ts,lat,lon\n1,1,2\n");

    ImportReport report = run(null, file);

    assertThat(fleet.given).isEmpty();
    assertThat(report.flaws().lines())
        .containsExactly(
            file + ": row 1: no user: say whose fixes they are", "1 left out: no user");
  }

  @Test
  void a_photo_becomes_an_original_and_a_job_named_by_its_content() throws IOException {
    Path photo = picture("IMG_1.JPG");

    run("ada", photo);
    String key = fleet.originals.keySet().iterator().next();

    assertThat(key).startsWith("originals/ada/").endsWith(".jpeg");
    assertThat(fleet.originals.get(key)).isEqualTo(Files.readAllBytes(photo));
    assertThat(fleet.given)
        .containsExactly(
            new PhotoUploaded(
                "ada",
                key.substring("originals/ada/".length(), "originals/ada/".length() + 32),
                key,
                "IMG_1.JPG",
                NOW,
                ZoneId.of("Europe/Lisbon"),
                PhotoPrivacy.STRIP));
  }

  @Test
  void the_same_photo_under_two_names_is_one_photo() throws IOException {
    Path photo = picture("one.jpg");
    Path copy = Files.copy(photo, folder.resolve("two.jpeg"));

    run("ada", photo, copy);

    assertThat(fleet.originals).hasSize(1);
    assertThat(fleet.given)
        .extracting(job -> ((PhotoUploaded) job).photoId())
        .hasSize(2)
        .containsOnly(((PhotoUploaded) fleet.given.getFirst()).photoId());
  }

  @Test
  void a_broken_photo_is_uploaded_so_that_the_fleet_says_what_is_wrong() throws IOException {
    Path broken = file("broken.jpg", "this is no picture");

    ImportReport report = run("ada", broken);

    assertThat(report.photos()).isEqualTo(1);
    assertThat(fleet.originals.keySet()).singleElement().asString().endsWith(".bin");
  }

  @Test
  void a_picture_named_like_a_table_is_a_photo() throws IOException {
    Path photo = Files.move(picture("photo.jpg"), folder.resolve("fixes.csv"));

    ImportReport report = run("ada", photo);

    assertThat(report.photos()).isEqualTo(1);
  }

  @Test
  void a_file_that_cannot_be_read_does_not_stop_the_others() throws IOException {
    Path file = file("fixes.csv", "ts,lat,lon\n1,1,2\n");
    Path song = file("song.mp3", "la la");

    ImportReport report = run("ada", folder.resolve("missing.gpx"), song, file);

    assertThat(report.fixes()).isEqualTo(1);
    assertThat(report.flaws().filesLost()).isEqualTo(2);
    assertThat(report.flaws().lines())
        .anySatisfy(line -> assertThat(line).contains("missing.gpx").contains("no such file"))
        .anySatisfy(line -> assertThat(line).contains("song.mp3"));
  }

  private ImportReport run(@Nullable String user, Path... files) {
    ImportSettings settings = new ImportSettings(user, null, ZoneId.of("Europe/Lisbon"));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Progress progress = Progress.throughBytes("import", 0, nowhere)) {
      return new FileImport(settings, fleet, Clock.fixed(NOW, ZoneOffset.UTC))
          .run(List.of(files), progress);
    }
  }

  private static Fix fixAt(long second) {
    return Fix.of(Instant.ofEpochSecond(second), 1, 2);
  }

  private static int size(Job job) {
    return ((PointsUploaded) job).fixes().size();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path picture(String name) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
    return file;
  }
}
