package polo.images.edge.exif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import polo.images.exif.FactsReader;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

class TimeBoxedFactsTest {

  private static final byte[] PHOTO =
      SyntheticPhoto.of(
              Subject.HILLS, 64, 48, CameraNotes.phone(LocalDateTime.of(2026, 7, 14, 9, 5)))
          .jpeg();

  @Test
  void facts_that_are_there_in_time_are_had() {
    FactsReader reader = new TimeBoxedFacts(new ExtractedFacts(), Duration.ofMinutes(1));

    assertThat(reader.read(PHOTO, ImageFormat.JPEG))
        .isEqualTo(new ExtractedFacts().read(PHOTO, ImageFormat.JPEG))
        .isNotEqualTo(PhotoFacts.none());
  }

  @Test
  void a_file_whose_facts_never_come_has_none_and_the_next_one_has_its_own() {
    CountDownLatch never = new CountDownLatch(1);
    byte[] trap = new byte[1];
    PhotoFacts facts = new ExtractedFacts().read(PHOTO, ImageFormat.JPEG);
    FactsReader stuck =
        (original, format) -> original.length == trap.length ? waitFor(never) : facts;
    FactsReader reader = new TimeBoxedFacts(stuck, Duration.ofMillis(500));

    assertThat(reader.read(trap, ImageFormat.JPEG)).isEqualTo(PhotoFacts.none());
    assertThat(reader.read(PHOTO, ImageFormat.JPEG)).isEqualTo(facts);
    assertThat(never.getCount()).isEqualTo(1);
  }

  private static PhotoFacts waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
    return PhotoFacts.none();
  }
}
