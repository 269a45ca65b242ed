package polo.images.edge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static polo.images.edge.intake.World.takenAt;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.Photo;
import polo.common.document.Photo.RenditionEntry;
import polo.common.document.Photo.TakenAt;
import polo.common.earth.Coordinate;
import polo.common.edge.store.WriteResult;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.common.job.ReasonCode;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.exif.CameraClock;
import polo.images.exif.Credit;
import polo.images.photo.ImageFormat;
import polo.images.photo.PixelSize;
import polo.images.rendition.ExifSegment;
import polo.images.rendition.Inscription;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

class PhotoJobTest {

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_uploaded_photo_gets_facts_renditions_and_a_place_in_its_month() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00").withOrientation(6));

    Outcome outcome = world.process(job);

    Instant taken = Instant.parse("2026-07-14T09:05:00Z");
    assertThat(outcome)
        .isEqualTo(Outcome.done(new Event.PhotoProcessed("u1", "p1", "done", taken)));
    Photo photo = world.photo("p1");
    assertThat(photo.outcome()).isEqualTo("done");
    assertThat(photo.format()).isEqualTo("jpeg");
    assertThat(List.of(photo.width(), photo.height(), photo.orientation()))
        .containsExactly(320, 240, 6);
    assertThat(world.taken("p1").source()).isEqualTo("exif-offset");
    assertThat(world.camera("p1").make()).isEqualTo(CameraNotes.MAKE);
    assertThat(photo.engine()).isIn("turbo", "thumbnailator");
    assertThat(photo.renditions()).extracting(RenditionEntry::name).containsExactly("512", "256");
    assertThat(world.index("2026-07")).isEqualTo(Map.of("p1", taken));
    assertThat(world.months()).containsExactly(YearMonth.of(2026, 7));
  }

  @Test
  void renditions_lie_under_the_originals_hash_the_recipe_and_the_engine() {
    world.process(world.upload("p1", takenAt("2026-07-14T09:05:00")));

    Photo photo = world.photo("p1");

    assertThat(photo.renditions())
        .allSatisfy(rendition -> {
          assertThat(rendition.blobKey())
              .isEqualTo(
                  "renditions/u1/%s/v1-%s-%s.jpg"
                      .formatted(photo.sha256(), photo.engine(), rendition.name()));
          assertThat(world.blobs.get(rendition.blobKey()).orElseThrow())
              .hasSize((int) rendition.bytes());
        });
  }

  @Test
  void the_same_job_again_changes_no_document_and_writes_no_blob() {
    world.walk();
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    Outcome first = world.process(job);
    var documents = world.exactly();
    var blobs = List.copyOf(world.blobs.all().values());

    Outcome second = world.worker.process(job, Map.of("polo.photos.v1/0@0", 2L));

    assertThat(second).isEqualTo(first);
    assertThat(world.exactly()).isEqualTo(documents);
    assertThat(world.blobs.all().values()).containsExactlyElementsOf(blobs);
  }

  @Test
  void the_same_original_uploaded_again_was_uploaded_when_it_first_was() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    world.process(job);
    var documents = world.exactly();

    world.process(job.withUploadedAt(job.uploadedAt().plusSeconds(86_400)));

    assertThat(world.exactly()).isEqualTo(documents);
  }

  @Test
  void a_rendition_that_was_lost_is_made_again() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    world.process(job);
    String lost = world.photo("p1").renditions().getFirst().blobKey();
    byte[] bytes = world.blobs.get(lost).orElseThrow();
    world.blobs.remove(lost);

    world.process(job);

    assertThat(world.blobs.get(lost)).hasValue(bytes);
  }

  @Test
  void a_photo_of_a_known_morning_is_tied_to_it() {
    world.walk();

    world.process(world.upload("p1", takenAt("2026-07-14T09:05:30")));
    world.process(world.upload("p2", takenAt("2026-07-14T08:30:00")));

    Photo onTheWay = world.photo("p1");
    assertThat(onTheWay.tripId()).isEqualTo("trip-1");
    assertThat(onTheWay.position())
        .isEqualTo(new Photo.PhotoPosition(52.0055, 5.0, null, "track", 0.98));
    assertThat(world.addressOf("p1").city()).isEqualTo("Town 52.006");
    Photo atHome = world.photo("p2");
    assertThat(List.of(atHome.stayId(), atHome.placeId())).containsExactly("stay-1", "home");
    assertThat(atHome.position()).isEqualTo(new Photo.PhotoPosition(52.0, 5.0, null, "track", 0.5));
  }

  @Test
  void the_cameras_own_position_is_never_overwritten() {
    world.walk();
    CameraNotes notes =
        takenAt("2026-07-14T09:05:30")
            .withGps(
                new CameraNotes.Gps(
                    new Coordinate(48.5, 9.25), 300, Instant.parse("2026-07-14T09:05:30Z")));

    world.process(world.upload("p1", notes));

    assertThat(world.photo("p1").position())
        .isEqualTo(new Photo.PhotoPosition(48.5, 9.25, 300.0, "exif"));
    assertThat(world.photo("p1").tripId()).isEqualTo("trip-1");
  }

  @Test
  void the_zone_of_the_position_dates_a_camera_without_one() {
    CameraNotes notes =
        CameraNotes.camera(LocalDateTime.parse("2026-07-14T09:05:30"))
            .withGps(
                new CameraNotes.Gps(
                    new Coordinate(52, 5), 0, Instant.parse("2026-07-14T01:00:00Z")));

    world.process(world.upload("p1", notes));

    TakenAt taken = world.taken("p1");
    assertThat(taken.source()).isEqualTo("position-zone");
    assertThat(taken.instant()).isEqualTo(Instant.parse("2026-07-14T07:05:30Z"));
  }

  @Test
  void a_photo_nobody_can_date_is_filed_under_its_upload() {
    byte[] original =
        SyntheticPhoto.of(
                Subject.HILLS,
                64,
                48,
                CameraNotes.camera(LocalDateTime.parse("2026-07-14T09:05:30")))
            .jpeg();

    world.process(world.upload("p1", original));

    assertThat(world.taken("p1").source()).isEqualTo("unknown");
    assertThat(world.index("2026-08")).containsOnlyKeys("p1");
  }

  @Test
  void when_the_zone_becomes_known_the_photo_moves_to_its_month() {
    byte[] original =
        SyntheticPhoto.of(
                Subject.HILLS,
                64,
                48,
                CameraNotes.camera(LocalDateTime.parse("2026-07-14T09:05:30")))
            .jpeg();
    PhotoUploaded job = world.upload("p1", original);
    world.process(job);

    world.process(World.job("p1", job.blobKey(), ZoneId.of("Europe/Lisbon")));

    assertThat(world.index("2026-08")).isEmpty();
    assertThat(world.index("2026-07"))
        .isEqualTo(Map.of("p1", Instant.parse("2026-07-14T08:05:30Z")));
  }

  @Test
  void what_a_person_said_and_where_the_lens_looked_are_documented() {
    byte[] plain = SyntheticPhoto.of(Subject.TOWN, 320, 240, takenAt("2026-07-14T09:05:00")).jpeg();
    byte[] xmp =
        Xmp.segment(
            """
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Lunch</rdf:li></rdf:Alt>\
            </dc:description><dc:subject><rdf:Bag><rdf:li>food</rdf:li></rdf:Bag></dc:subject>\
            <xmp:Rating>4</xmp:Rating><exif:GPSImgDirection>2705/10</exif:GPSImgDirection>\
            """);

    world.process(world.upload("p1", Xmp.into(plain, xmp)));

    assertThat(world.photo("p1").caption())
        .isEqualTo(new Photo.Caption("Lunch", List.of("food"), 4));
    assertThat(world.photo("p1").directionDegrees()).isEqualTo(270.5);
  }

  @Test
  void copies_are_told_of_each_other_in_whatever_order_they_come() {
    BufferedImage view =
        SyntheticPhoto.of(Subject.TOWN, 640, 480, takenAt("2026-07-14T09:05:00")).upright();
    world.process(world.upload("p2", World.jpeg(view, 0.9f)));
    world.process(world.upload("p1", World.jpeg(view, 0.4f)));
    world.process(
        world.upload(
            "p3",
            SyntheticPhoto.of(Subject.HILLS, 640, 480, takenAt("2026-07-14T09:06:00")).jpeg()));

    assertThat(world.photo("p1").similar()).containsExactly("p2");
    assertThat(world.photo("p2").similar()).containsExactly("p1");
    assertThat(world.photo("p3").similar()).isEmpty();
  }

  @Test
  void a_copy_that_became_another_picture_is_no_copy_any_more() {
    BufferedImage view =
        SyntheticPhoto.of(Subject.TOWN, 640, 480, takenAt("2026-07-14T09:05:00")).upright();
    world.process(world.upload("p1", World.jpeg(view, 0.9f)));
    world.process(world.upload("p2", World.jpeg(view, 0.4f)));

    world.process(world.upload("p2", takenAt("2026-07-14T09:05:00")));

    assertThat(world.photo("p1").similar()).isEmpty();
    assertThat(world.photo("p2").similar()).isEmpty();
  }

  @Test
  void a_missing_original_is_rejected_and_documented() {
    PhotoUploaded job = World.job("p1", "originals/u1/nothing.jpg", null);

    Outcome outcome = world.process(job);

    assertRejected(outcome, ReasonCode.BLOB_MISSING);
    assertThat(world.photo("p1").outcome()).isEqualTo("reject");
    assertThat(world.photo("p1").reason()).isEqualTo("BLOB_MISSING");
    assertThat(world.photo("p1").sha256()).isNull();
  }

  @Test
  void a_text_is_rejected_and_documented() {
    Outcome outcome =
        world.process(world.upload("p1", "<html>404</html>".getBytes(StandardCharsets.UTF_8)));

    assertRejected(outcome, ReasonCode.IMAGE_UNRECOGNISED);
    assertThat(world.photo("p1").reason()).isEqualTo("IMAGE_UNRECOGNISED");
    assertThat(world.photo("p1").renditions()).isEmpty();
  }

  @Test
  void a_corrupt_photo_keeps_its_facts() {
    SyntheticPhoto photo =
        SyntheticPhoto.of(Subject.TOWN, 320, 240, takenAt("2026-07-14T09:05:00")).corrupted();

    Outcome outcome = world.process(world.upload("p1", photo.jpeg()));

    assertRejected(outcome, ReasonCode.IMAGE_CORRUPT);
    assertThat(world.camera("p1").model()).isEqualTo("Polo Phone 9");
    assertThat(world.index("2026-07")).containsOnlyKeys("p1");
  }

  @Test
  void half_a_photo_is_partial() {
    byte[] whole = SyntheticPhoto.of(Subject.TOWN, 320, 240, takenAt("2026-07-14T09:05:00")).jpeg();

    Outcome outcome = world.process(world.upload("p1", Arrays.copyOf(whole, whole.length / 2)));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(world.photo("p1").outcome()).isEqualTo("partial");
    assertThat(world.photo("p1").renditions()).hasSize(2);
  }

  @Test
  void copyright_goes_along_when_its_owner_wants_it() {
    byte[] plain = SyntheticPhoto.of(Subject.TOWN, 320, 240, takenAt("2026-07-14T09:05:00")).jpeg();
    PhotoUploaded job =
        world.upload(
            "p1",
            ExifSegment.into(
                plain,
                new PixelSize(1, 1),
                new Inscription(
                    CameraClock.UNSET, null, null, null, new Credit("Zoë", "(c) Zoë"))));

    world.process(
        new PhotoUploaded(
            job.userId(),
            job.photoId(),
            job.blobKey(),
            job.fileName(),
            job.uploadedAt(),
            null,
            PhotoPrivacy.KEEP_COPYRIGHT));

    RenditionEntry rendition = world.photo("p1").renditions().getFirst();
    byte[] bytes = world.blobs.get(rendition.blobKey()).orElseThrow();
    assertThat(rendition.blobKey()).endsWith("-512-credit.jpg");
    assertThat(new ExtractedFacts().read(bytes, ImageFormat.JPEG).credit())
        .isEqualTo(new Credit("Zoë", "(c) Zoë"));
  }

  @Test
  void a_job_that_comes_late_has_no_say() {
    PhotoUploaded old = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    world.worker.process(
        world.upload("p1", takenAt("2026-07-15T09:05:00")), Map.of("polo.photos.v1/0@0", 7L));
    var documents = world.exactly();

    Outcome outcome = world.worker.process(old, Map.of("polo.photos.v1/0@0", 6L));

    assertThat(outcome).isEqualTo(Outcome.done());
    assertThat(world.exactly()).isEqualTo(documents);
  }

  @Test
  void whoever_is_slower_reads_again() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    world.store.answering(new WriteResult.Stale(), 3);

    Outcome outcome = world.process(job);

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(world.photo("p1").outcome()).isEqualTo("done");
  }

  @Test
  void a_document_that_never_holds_still_is_tried_again_later() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    world.store.answering(new WriteResult.Exists(), 1000);

    assertRetried(world.process(job), ReasonCode.STORE_CONTENDED);
  }

  @Test
  void a_store_that_does_not_take_it_is_tried_again_later() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:00"));
    world.store.answering(new WriteResult.Unavailable("tired"), 1);
    Outcome refused = world.process(job);
    world.store.answering(new WriteResult.Ambiguous("timeout"), 1);
    Outcome unsure = world.process(job);

    assertRetried(refused, ReasonCode.STORE_UNAVAILABLE);
    assertRetried(unsure, ReasonCode.STORE_UNAVAILABLE);
    assertThat(world.process(job)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_timeline_that_changes_while_the_photo_is_stored_is_not_missed() {
    PhotoUploaded job = world.upload("p1", takenAt("2026-07-14T09:05:30"));
    List<String> order = new ArrayList<>();
    world.store.interruptWith(() -> {
      world.walk();
      order.add("walked");
    });

    world.process(job);

    assertThat(order).containsExactly("walked");
    assertThat(world.photo("p1").tripId()).isEqualTo("trip-1");
  }

  private static void assertRejected(Outcome outcome, ReasonCode code) {
    assertThat(outcome).isInstanceOf(Outcome.Reject.class);
    assertThat(((Outcome.Reject) outcome).reason().code()).isEqualTo(code);
  }

  private static void assertRetried(Outcome outcome, ReasonCode code) {
    assertThat(outcome).isInstanceOf(Outcome.Retry.class);
    assertThat(((Outcome.Retry) outcome).reason().code()).isEqualTo(code);
  }
}
