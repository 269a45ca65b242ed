package polo.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.images.edge.settings.ImagesSettings;
import polo.images.photo.Look;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Rendition;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

/// Damages photos by seed and takes them through the darkroom. A few hundred in the build; by hand
/// as many as wanted, of files of one's own as well: `-Dpolo.mutations=10000
/// -Dpolo.mutations.folder=<folder of photos up to 300 kB>`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedPhotosTest {

  private static final long LARGEST_SAMPLE = 300_000;

  private final Darkroom darkroom = ImagesSettings.defaults().darkroom();
  private final byte[] healthy =
      SyntheticPhoto.of(
              Subject.RIVER,
              64,
              48,
              CameraNotes.phone(LocalDateTime.of(2026, 7, 14, 9, 15)).withOffset(ZoneOffset.UTC))
          .jpeg();
  private final List<byte[]> samples = new ArrayList<>();
  private byte[] expected = {};

  @BeforeAll
  void develop_the_healthy_one() throws IOException {
    expected = renditions(healthy).getFirst().bytes();
    samples.add(healthy);
    for (String format : List.of("png", "gif", "bmp", "tiff")) {
      samples.add(as(format));
    }
    String folder = System.getProperty("polo.mutations.folder");
    if (folder != null) {
      samples.addAll(small(Path.of(folder)));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("polo.mutations", 250));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_damaged_photo_gets_a_verdict_and_the_next_one_is_unharmed(long seed) {
    byte[] damaged = Damage.of(seed).to(samples.get((int) (seed % samples.size())));

    String verdict = verdict(damaged);

    assertThat(verdict).isIn("done", "partial", "reject");
    assertThat(renditions(healthy).getFirst().bytes()).isEqualTo(expected);
  }

  private String verdict(byte[] bytes) {
    Darkroom.Examined examined = darkroom.examine(bytes);
    return switch (examined.look()) {
      case Look.Refused refused -> "reject";
      case Look.Seen(var header) ->
          switch (darkroom.render(new Original(bytes, header, examined.facts().orientation()))) {
            case Rendered.Whole whole -> "done";
            case Rendered.Partial partial -> "partial";
            case Rendered.Failed failed -> "reject";
          };
    };
  }

  private List<Rendition> renditions(byte[] bytes) {
    Darkroom.Examined examined = darkroom.examine(bytes);
    Look.Seen seen = (Look.Seen) examined.look();
    Rendered rendered =
        darkroom.render(new Original(bytes, seen.header(), examined.facts().orientation()));
    return ((Rendered.Whole) rendered).renditions();
  }

  private byte[] as(String format) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(healthy));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static List<byte[]> small(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(MutatedPhotosTest::read)
          .filter(bytes -> bytes.length <= LARGEST_SAMPLE)
          .toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
