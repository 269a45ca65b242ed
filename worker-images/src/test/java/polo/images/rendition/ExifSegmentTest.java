package polo.images.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.exif.Credit;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;

class CreditSegmentTest {

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};

  @Test
  void artist_and_copyright_are_read_back() {
    Credit credit = new Credit("Zoë 照", "(c) 2026 Zoë");

    PhotoFacts facts =
        new ExtractedFacts().read(CreditSegment.into(JPEG, credit), ImageFormat.JPEG);

    assertThat(facts.credit()).isEqualTo(credit);
  }

  @Test
  void a_short_name_stands_in_its_entry() {
    Credit credit = new Credit("Bo", null);

    PhotoFacts facts =
        new ExtractedFacts().read(CreditSegment.into(JPEG, credit), ImageFormat.JPEG);

    assertThat(facts.credit()).isEqualTo(credit);
  }

  @Test
  void the_picture_is_not_touched() {
    byte[] credited = CreditSegment.into(JPEG, new Credit("Bo", "Bo"));

    assertThat(credited).startsWith(JPEG[0], JPEG[1]).endsWith(JPEG[2], JPEG[3]);
  }

  @Test
  void nobody_is_credited_with_nothing() {
    assertThat(CreditSegment.into(JPEG, Credit.NONE)).isSameAs(JPEG);
  }
}
