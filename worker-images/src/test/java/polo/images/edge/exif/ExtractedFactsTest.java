package polo.images.edge.exif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.PhotoPosition;
import polo.common.earth.Coordinate;
import polo.images.exif.CameraClock;
import polo.images.exif.Caption;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;
import polo.images.photo.Orientation;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

class ExtractedFactsTest {

  private static final LocalDateTime TAKEN = LocalDateTime.of(2026, 7, 14, 9, 15, 30);

  private final ExtractedFacts reader = new ExtractedFacts();

  @Test
  void everything_the_camera_wrote_is_read() {
    CameraNotes notes =
        CameraNotes.phone(TAKEN)
            .withOrientation(6)
            .withOffset(ZoneOffset.ofHours(2))
            .withGps(
                new CameraNotes.Gps(
                    new Coordinate(-33.5, 18.25), 12.5, Instant.parse("2026-07-14T07:15:28Z")));

    PhotoFacts facts = reader.read(photo(notes), ImageFormat.JPEG);

    assertThat(facts.orientation()).isEqualTo(Orientation.TURN_RIGHT);
    assertThat(facts.clock())
        .isEqualTo(
            new CameraClock(TAKEN, ZoneOffset.ofHours(2), Instant.parse("2026-07-14T07:15:28Z")));
    assertThat(facts.position()).isEqualTo(new PhotoPosition(-33.5, 18.25, 12.5, "exif"));
    assertThat(facts.camera()).isEqualTo(new Camera(CameraNotes.MAKE, notes.model(), notes.lens()));
    assertThat(facts.exposure()).isEqualTo(new Exposure(1 / 640.0, 1.8, 64, 5.7));
  }

  @Test
  void what_the_camera_did_not_know_is_absent() {
    PhotoFacts facts = reader.read(photo(CameraNotes.camera(TAKEN)), ImageFormat.JPEG);

    assertThat(facts.clock()).isEqualTo(new CameraClock(TAKEN, null, null));
    assertThat(facts.position()).isNull();
    assertThat(facts.orientation()).isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void a_date_may_stand_in_xmp_alone() {
    String packet =
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:exif="http://ns.adobe.com/exif/1.0/" \
        exif:DateTimeOriginal="2020-02-03T04:05:06+09:00"/></rdf:RDF></x:xmpmeta>\
        """;

    PhotoFacts facts = reader.read(withXmp(packet), ImageFormat.JPEG);

    assertThat(facts.clock())
        .isEqualTo(
            new CameraClock(LocalDateTime.of(2020, 2, 3, 4, 5, 6), ZoneOffset.ofHours(9), null));
  }

  @Test
  void what_exif_does_not_say_is_taken_from_xmp() {
    String packet =
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" \
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        exif:GPSLatitude="33,30S" exif:GPSLongitude="18,15,0E" exif:GPSAltitude="250/2" \
        exif:GPSAltitudeRef="1" exif:GPSImgDirection="720/2" exif:ExposureTime="1/50" \
        exif:GPSTimeStamp="2026-07-14T07:15:28Z" tiff:Model="F3" tiff:Orientation="6" \
        xmp:Rating="4"><dc:subject><rdf:Bag><rdf:li>river</rdf:li><rdf:li>dawn</rdf:li>\
        </rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>\
        """;

    PhotoFacts facts = reader.read(withXmp(packet), ImageFormat.JPEG);

    assertThat(facts.position()).isEqualTo(new PhotoPosition(-33.5, 18.25, -125.0, "exif"));
    assertThat(facts.directionDegrees()).isEqualTo(0.0);
    assertThat(facts.clock().gps()).isEqualTo(Instant.parse("2026-07-14T07:15:28Z"));
    assertThat(facts.camera()).isEqualTo(new Camera(null, "F3", null));
    assertThat(facts.exposure()).isEqualTo(new Exposure(0.02, null, null, null));
    assertThat(facts.orientation()).isEqualTo(Orientation.TURN_RIGHT);
    assertThat(facts.caption()).isEqualTo(new Caption(null, List.of("river", "dawn"), 4));
  }

  @Test
  void what_was_whole_before_the_damage_is_read() {
    SyntheticPhoto damaged =
        SyntheticPhoto.of(Subject.RIVER, 64, 48, CameraNotes.phone(TAKEN)).corrupted();

    PhotoFacts facts = reader.read(damaged.jpeg(), ImageFormat.JPEG);

    assertThat(facts.clock().local()).isEqualTo(TAKEN);
  }

  @Test
  void what_is_no_image_has_no_facts() {
    byte[] text = "not an image".getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(text, ImageFormat.JPEG)).isEqualTo(PhotoFacts.none());
    assertThat(reader.read(new byte[0], ImageFormat.TIFF)).isEqualTo(PhotoFacts.none());
  }

  static long[] seeds() {
    return new Random(735).longs(300).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void broken_metadata_never_throws(long seed) {
    Random random = new Random(seed);
    byte[] jpeg = SAMPLE.clone();
    for (int i = 0; i < 20; i++) {
      jpeg[20 + random.nextInt(600)] = (byte) random.nextInt();
    }

    assertThat(reader.read(jpeg, ImageFormat.JPEG)).isNotNull();
  }

  private static final byte[] SAMPLE =
      Arrays.copyOf(photo(CameraNotes.phone(TAKEN).withOffset(ZoneOffset.UTC)), 1000);

  private static byte[] photo(CameraNotes notes) {
    return SyntheticPhoto.of(Subject.RIVER, 64, 48, notes).jpeg();
  }

  private static byte[] withXmp(String packet) {
    byte[] body = ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(StandardCharsets.UTF_8);
    byte[] jpeg = new byte[body.length + 8];
    byte[] head = {
      (byte) 0xff,
      (byte) 0xd8,
      (byte) 0xff,
      (byte) 0xe1,
      (byte) ((body.length + 2) >> 8),
      (byte) (body.length + 2)
    };
    System.arraycopy(head, 0, jpeg, 0, head.length);
    System.arraycopy(body, 0, jpeg, head.length, body.length);
    jpeg[jpeg.length - 2] = (byte) 0xff;
    jpeg[jpeg.length - 1] = (byte) 0xd9;
    return jpeg;
  }
}
