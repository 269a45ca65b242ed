package polo.images.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import polo.common.document.Photo.Camera;
import polo.common.document.Photo.Exposure;
import polo.common.document.Photo.PhotoPosition;
import polo.common.job.PhotoPrivacy;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.exif.CameraClock;
import polo.images.exif.Caption;
import polo.images.exif.Credit;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;
import polo.images.photo.Orientation;
import polo.images.photo.PixelSize;

class ExifSegmentTest {

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};

  private static final PixelSize SIZE = new PixelSize(1024, 768);

  @Test
  void what_is_told_is_read_back() {
    PhotoFacts facts = facts(new Credit("Zoë 照", "(c) 2026 Zoë"));

    PhotoFacts read = read(Inscription.of(facts, PhotoPrivacy.KEEP_POSITION));

    assertThat(read.credit()).isEqualTo(facts.credit());
    assertThat(read.clock()).isEqualTo(facts.clock());
    assertThat(read.camera()).isEqualTo(facts.camera());
    assertThat(read.exposure()).isEqualTo(facts.exposure());
    assertThat(read.position()).isEqualTo(facts.position());
    assertThat(read.orientation()).isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void only_who_sees_the_position_is_told_it() {
    PhotoFacts facts = facts(Credit.NONE);

    PhotoFacts read = read(Inscription.of(facts, PhotoPrivacy.KEEP_FACTS));

    assertThat(read.position()).isNull();
    assertThat(read.camera()).isEqualTo(facts.camera());
  }

  @Test
  void a_credit_stands_alone() {
    Credit credit = new Credit("Bo", null);

    PhotoFacts read = read(Inscription.of(facts(credit), PhotoPrivacy.KEEP_COPYRIGHT));

    assertThat(read.credit()).isEqualTo(credit);
    assertThat(read.camera()).isNull();
    assertThat(read.clock()).isEqualTo(CameraClock.UNSET);
  }

  @Test
  void the_picture_is_not_touched() {
    byte[] inscribed =
        ExifSegment.into(
            JPEG, SIZE, Inscription.of(facts(Credit.NONE), PhotoPrivacy.KEEP_POSITION));

    assertThat(inscribed).startsWith(JPEG[0], JPEG[1]).endsWith(JPEG[2], JPEG[3]);
  }

  @Test
  void nothing_is_told_by_default() {
    Inscription told = Inscription.of(facts(new Credit("Bo", "Bo")), PhotoPrivacy.STRIP);

    assertThat(ExifSegment.into(JPEG, SIZE, told)).isSameAs(JPEG);
  }

  private static PhotoFacts read(Inscription told) {
    return new ExtractedFacts().read(ExifSegment.into(JPEG, SIZE, told), ImageFormat.JPEG);
  }

  private static PhotoFacts facts(Credit credit) {
    return new PhotoFacts(
        Orientation.TURN_RIGHT,
        new CameraClock(
            LocalDateTime.of(2026, 7, 14, 9, 15, 30, 120_000_000), ZoneOffset.ofHours(-3), null),
        new PhotoPosition(-33.5, 18.25, -12.5, "exif"),
        77.0,
        new Camera("Größe", "F3", "50 mm"),
        new Exposure(1 / 640.0, 1.8, 64, 5.7),
        new Caption("at home", List.of("family"), 5),
        credit);
  }
}
