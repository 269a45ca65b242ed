package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import polo.common.job.ReasonCode;
import polo.images.Darkroom;
import polo.images.edge.settings.ImagesSettings;
import polo.images.photo.FirstLook;
import polo.images.photo.Look;
import polo.images.photo.PhotoBudget;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;

/// The formats no Java library decodes.
class VipsRendererTest {

  /// A picture of four quarters, red and green above blue and white, 640 x 480, stored in four
  /// ways.
  @ParameterizedTest
  @CsvSource({
    "quarters.heic, 640, 480",
    "quarters-turned.heic, 640, 480",
    "quarters.avif, 640, 480",
    "quarters-odd.heic, 333, 251"
  })
  void what_iphones_write_is_rendered_upright(String name, int width, int height) {
    Darkroom darkroom = darkroom();

    Rendered rendered = rendered(darkroom, bytes(name));

    assertThat(rendered).isInstanceOf(Rendered.Whole.class);
    Rendered.Whole whole = (Rendered.Whole) rendered;
    assertThat(whole.engine()).isEqualTo("vips");
    assertThat(whole.renditions().getFirst().size()).isEqualTo(new PixelSize(width, height));
    BufferedImage picture = Drawn.decoded(whole.renditions().getLast().bytes());
    assertThat(quarters(picture)).containsExactly("red", "green", "blue", "white");
  }

  @Test
  void a_heic_that_ends_early_is_corrupt() {
    Darkroom darkroom = darkroom();
    byte[] whole = bytes("quarters.heic");

    Rendered rendered = rendered(darkroom, Arrays.copyOf(whole, whole.length - 200));

    assertThat(rendered).isInstanceOf(Rendered.Failed.class);
    assertThat(((Rendered.Failed) rendered).reason().code()).isEqualTo(ReasonCode.IMAGE_CORRUPT);
    assertThat(rendered(darkroom, whole)).isInstanceOf(Rendered.Whole.class);
  }

  @Test
  void without_the_library_the_refusal_says_what_it_was() {
    Look look = new FirstLook(PhotoBudget.defaults()).at(bytes("quarters.heic"));

    assertThat(look).isInstanceOf(Look.Refused.class);
    assertThat(((Look.Refused) look).reason().code()).isEqualTo(ReasonCode.IMAGE_UNSUPPORTED);
  }

  private static Darkroom darkroom() {
    assumeThat(Vips.find()).as("libvips42 is not installed").isPresent();
    return ImagesSettings.defaults().darkroom();
  }

  private static Rendered rendered(Darkroom darkroom, byte[] bytes) {
    Darkroom.Examined examined = darkroom.examine(bytes);
    Look.Seen seen = (Look.Seen) examined.look();
    return darkroom.render(new Original(bytes, seen.header(), examined.facts().orientation()));
  }

  private static List<String> quarters(BufferedImage picture) {
    int right = picture.getWidth() * 3 / 4;
    int low = picture.getHeight() * 3 / 4;
    int left = picture.getWidth() / 4;
    int high = picture.getHeight() / 4;
    return List.of(
        colour(picture.getRGB(left, high)),
        colour(picture.getRGB(right, high)),
        colour(picture.getRGB(left, low)),
        colour(picture.getRGB(right, low)));
  }

  private static String colour(int rgb) {
    return switch (rgb & 0x808080) {
      case 0x800000 -> "red";
      case 0x008000 -> "green";
      case 0x000080 -> "blue";
      case 0x808080 -> "white";
      default -> Integer.toHexString(rgb);
    };
  }

  private static byte[] bytes(String name) {
    try (InputStream file = VipsRendererTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
