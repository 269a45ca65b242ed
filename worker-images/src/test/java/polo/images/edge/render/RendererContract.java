package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.blob.BlobKeys;
import polo.common.job.ReasonCode;
import polo.images.edge.exif.ExtractedFacts;
import polo.images.exif.PhotoFacts;
import polo.images.photo.ImageFormat;
import polo.images.photo.Orientation;
import polo.images.photo.PixelSize;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.Rendition;
import polo.images.rendition.RenditionPlan;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

/// What every renderer owes.
abstract class RendererContract {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 7, 14, 12, 0);

  abstract Renderer renderer();

  @ParameterizedTest
  @EnumSource
  void however_the_camera_was_held_the_picture_stands_upright(Orientation orientation) {
    byte[] upright = photo(Orientation.UPRIGHT).jpeg();
    byte[] turned = photo(orientation).jpeg();

    List<Rendition> expected = whole(Drawn.original(upright));
    List<Rendition> renditions = whole(Drawn.original(turned, orientation));

    assertThat(renditions)
        .extracting(Rendition::size)
        .containsExactly(new PixelSize(601, 402), new PixelSize(512, 342), new PixelSize(256, 171));
    assertThat(Drawn.distance(picture(renditions.getFirst()), picture(expected.getFirst())))
        .isLessThan(4);
    assertThat(Drawn.distance(picture(renditions.getLast()), picture(expected.getLast())))
        .isLessThan(4);
  }

  @Test
  void a_rendition_is_as_large_as_it_says() {
    List<Rendition> renditions = whole(Drawn.original(Drawn.jpeg(Drawn.checkerboard(2501, 1203))));

    assertThat(renditions)
        .extracting(Rendition::name)
        .containsExactly("2048", "1024", "512", "256");
    assertThat(renditions)
        .allSatisfy(
            rendition -> assertThat(rendition.size()).isEqualTo(sizeOf(picture(rendition))));
  }

  @Test
  void a_single_pixel_is_not_enlarged() {
    List<Rendition> renditions = whole(Drawn.original(Drawn.png(Drawn.plain(1, 1, Color.RED))));

    assertThat(renditions).extracting(Rendition::size).containsExactly(new PixelSize(1, 1));
  }

  @Test
  void a_very_thin_picture_keeps_a_line() {
    byte[] thin = Drawn.jpeg(Drawn.plain(3000, 3, Color.GRAY));

    List<Rendition> renditions = whole(Drawn.original(thin));

    assertThat(renditions.getLast().size()).isEqualTo(new PixelSize(256, 1));
  }

  @Test
  void what_is_transparent_is_white() {
    byte[] glass = Drawn.png(Drawn.plain(300, 300, new Color(0, 0, 0, 0)));

    BufferedImage picture = picture(whole(Drawn.original(glass)).getFirst());

    assertThat(new Color(picture.getRGB(150, 150))).isEqualTo(Color.WHITE);
  }

  @Test
  void half_transparent_red_is_pink() {
    byte[] glass = Drawn.png(Drawn.plain(300, 300, new Color(255, 0, 0, 128)));

    assertColour(whole(Drawn.original(glass)).getFirst(), new Color(255, 127, 127));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 128, 200, 255})
  void gray_stays_as_light_as_it_was(int level) {
    byte[] gray = Drawn.grayJpeg(300, 300, level);

    assertColour(whole(Drawn.original(gray)).getFirst(), new Color(level, level, level));
  }

  @Test
  void colours_with_a_profile_of_their_own_become_srgb() {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] plain = Drawn.jpeg(Drawn.plain(600, 600, new Color(55, 128, 200)));

    List<Rendition> renditions = whole(Drawn.original(Drawn.withProfile(plain, linear)));

    // sRGB of the same light: 255 * (1.055 * (v / 255)^(1 / 2.4) - 0.055)
    assertThat(renditions)
        .allSatisfy(rendition -> assertColour(rendition, new Color(128, 188, 229)));
  }

  /// Against the spaces' own arithmetic, in CIE L*a*b*: a difference of 1 is hardly seen.
  @ParameterizedTest
  @EnumSource
  void colours_are_those_of_the_original_whatever_its_space(Gamut space) {
    BufferedImage chart = Drawn.chart();
    byte[] original = Drawn.withProfile(Drawn.jpeg(chart), space.profile());

    BufferedImage rendered = picture(whole(Drawn.original(original)).getFirst());

    assertThat(Drawn.colourDistance(chart, space, rendered)).isLessThan(1);
  }

  @Test
  void a_broken_profile_means_srgb() {
    byte[] plain = Drawn.jpeg(Drawn.plain(300, 300, new Color(55, 128, 200)));

    List<Rendition> renditions = whole(Drawn.original(Drawn.withProfile(plain, new byte[200])));

    assertColour(renditions.getFirst(), new Color(55, 128, 200));
  }

  @Test
  void a_profile_without_its_curves_means_srgb() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    String text = new String(profile, StandardCharsets.ISO_8859_1);
    byte[] useless = text.replace("rTRC", "xTRC").getBytes(StandardCharsets.ISO_8859_1);
    byte[] plain = Drawn.jpeg(Drawn.plain(300, 300, new Color(55, 128, 200)));

    List<Rendition> renditions = whole(Drawn.original(Drawn.withProfile(plain, useless)));

    assertColour(renditions.getFirst(), new Color(55, 128, 200));
  }

  @Test
  void a_fine_pattern_becomes_gray_and_not_another_pattern() {
    byte[] pattern = Drawn.png(Drawn.checkerboard(400, 400));

    BufferedImage small = picture(whole(Drawn.original(pattern)).getLast());

    assertThat(sizeOf(small)).isEqualTo(new PixelSize(256, 256));
    assertThat(Drawn.distance(small, Drawn.plain(256, 256, new Color(128, 128, 128))))
        .isLessThan(16);
  }

  @Test
  void the_same_original_gives_the_same_bytes() {
    Original original = Drawn.original(photo(Orientation.TURN_LEFT).jpeg(), Orientation.TURN_LEFT);

    List<Rendition> once = whole(original);
    List<Rendition> again = whole(original);

    assertThat(again)
        .extracting(rendition -> BlobKeys.sha256(rendition.bytes()))
        .isEqualTo(once.stream().map(rendition -> BlobKeys.sha256(rendition.bytes())).toList());
  }

  @Test
  void nothing_the_camera_wrote_goes_along() {
    byte[] jpeg = photo(Orientation.UPRIGHT).jpeg();

    byte[] rendition = whole(Drawn.original(jpeg)).getFirst().bytes();

    assertThat(new ExtractedFacts().read(jpeg, ImageFormat.JPEG)).isNotEqualTo(PhotoFacts.none());
    assertThat(new ExtractedFacts().read(rendition, ImageFormat.JPEG)).isEqualTo(PhotoFacts.none());
    assertThat(new String(rendition, StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", CameraNotes.MAKE);
  }

  @Test
  void the_smallest_rendition_is_there_as_pixels() {
    byte[] jpeg = photo(Orientation.UPRIGHT).jpeg();

    Rendered.Whole whole = (Rendered.Whole) render(Drawn.original(jpeg));

    BufferedImage smallest = picture(whole.renditions().getLast());
    BufferedImage pixels = Drawn.picture(whole.smallest());
    assertThat(sizeOf(pixels)).isEqualTo(sizeOf(smallest));
    assertThat(Drawn.distance(pixels, smallest)).isLessThan(4);
  }

  @Test
  void half_a_jpeg_is_partial() {
    byte[] jpeg = photo(Orientation.UPRIGHT).jpeg();
    byte[] half = Arrays.copyOf(jpeg, jpeg.length / 2);

    Rendered rendered = render(Drawn.original(half));

    assertThat(rendered).isInstanceOf(Rendered.Partial.class);
    assertThat(((Rendered.Partial) rendered).renditions()).hasSize(3);
    assertThat(((Rendered.Partial) rendered).reason().code()).isEqualTo(ReasonCode.IMAGE_CORRUPT);
  }

  @Test
  void a_progressive_jpeg_without_its_last_passes_is_partial() {
    byte[] jpeg = Drawn.progressiveJpeg(photo(Orientation.UPRIGHT).upright());
    byte[] part = Arrays.copyOf(jpeg, jpeg.length / 2);

    assertThat(render(Drawn.original(part))).isInstanceOf(Rendered.Partial.class);
  }

  @Test
  void a_missing_end_mark_alone_loses_nothing() {
    byte[] jpeg = photo(Orientation.UPRIGHT).jpeg();
    byte[] unmarked = Arrays.copyOf(jpeg, jpeg.length - 2);

    assertThat(render(Drawn.original(unmarked))).isInstanceOf(Rendered.Whole.class);
  }

  @Test
  void a_png_that_ends_early_is_corrupt() {
    byte[] png = Drawn.png(Drawn.checkerboard(300, 300));
    byte[] start = Arrays.copyOf(png, 60);

    Rendered rendered = render(Drawn.original(start));

    assertThat(rendered).isInstanceOf(Rendered.Failed.class);
    assertThat(((Rendered.Failed) rendered).reason().code()).isEqualTo(ReasonCode.IMAGE_CORRUPT);
  }

  @Test
  void a_failure_harms_no_later_photo() {
    byte[] jpeg = photo(Orientation.UPRIGHT).jpeg();
    byte[] png = Drawn.png(Drawn.checkerboard(300, 300));

    render(Drawn.original(Arrays.copyOf(jpeg, jpeg.length / 2)));
    render(Drawn.original(Arrays.copyOf(png, 60)));

    assertThat(render(Drawn.original(jpeg))).isInstanceOf(Rendered.Whole.class);
  }

  private static SyntheticPhoto photo(Orientation orientation) {
    CameraNotes notes = CameraNotes.phone(NOON).withOrientation(orientation.exif());
    return SyntheticPhoto.of(Subject.HILLS, 601, 402, notes);
  }

  private Rendered render(Original original) {
    return renderer().render(original, RenditionPlan.defaults().targets(original.uprightSize()));
  }

  private List<Rendition> whole(Original original) {
    Rendered rendered = render(original);
    assertThat(rendered).isInstanceOf(Rendered.Whole.class);
    return ((Rendered.Whole) rendered).renditions();
  }

  private static BufferedImage picture(Rendition rendition) {
    return Drawn.decoded(rendition.bytes());
  }

  private static PixelSize sizeOf(BufferedImage image) {
    return new PixelSize(image.getWidth(), image.getHeight());
  }

  private static void assertColour(Rendition rendition, Color expected) {
    BufferedImage picture = picture(rendition);
    Color middle = new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
    assertThat(middle.getRed()).isCloseTo(expected.getRed(), within(3));
    assertThat(middle.getGreen()).isCloseTo(expected.getGreen(), within(3));
    assertThat(middle.getBlue()).isCloseTo(expected.getBlue(), within(3));
  }
}
