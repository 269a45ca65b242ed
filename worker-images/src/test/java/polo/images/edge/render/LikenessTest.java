package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Photo.Impression;
import polo.images.impression.Likeness;
import polo.images.impression.PerceptualHash;
import polo.images.photo.Orientation;
import polo.images.rendition.Original;
import polo.images.rendition.Rendered;
import polo.images.rendition.Renderer;
import polo.images.rendition.RenditionPlan;
import polo.testkit.photo.CameraNotes;
import polo.testkit.photo.Subject;
import polo.testkit.photo.SyntheticPhoto;

/// What counts as a copy, with pictures that went through a renderer.
class LikenessTest {

  private static final int NEAR = Likeness.defaults().maxDistance();
  private static final Renderer RENDERER =
      TurboRenderer.before(new ThumbnailatorRenderer(Duration.ofMinutes(1), 0.82), 0.82);

  private final BufferedImage picture = photo(Subject.TOWN, 1).upright();

  @ParameterizedTest
  @ValueSource(ints = {1600, 640, 300, 120})
  void a_copy_in_another_size_is_a_copy(int width) {
    assertThat(distance(picture, resized(picture, width))).isLessThanOrEqualTo(NEAR);
  }

  @Test
  void a_copy_in_poor_quality_is_a_copy() {
    byte[] poor = new JpegEncoder(0.2).encode(resized(picture, 640));

    assertThat(PerceptualHash.distance(hash(poor, Orientation.UPRIGHT), hash(picture)))
        .isLessThanOrEqualTo(NEAR);
  }

  @ParameterizedTest
  @EnumSource
  void a_copy_whose_pixels_were_turned_is_a_copy(Orientation orientation) {
    BufferedImage turned = Turned.upright(resized(picture, 800), orientation);

    assertThat(distance(picture, turned)).isLessThanOrEqualTo(NEAR);
  }

  @Test
  void other_views_are_no_copies() {
    List<Subject> subjects = List.copyOf(EnumSet.allOf(Subject.class));
    List<Long> hashes = new ArrayList<>();
    for (long seed = 1; seed <= 24; seed++) {
      Subject subject = subjects.get((int) seed % subjects.size());
      hashes.add(hash(photo(subject, seed).upright()));
    }

    assertThat(pairsWithin(NEAR, hashes)).isZero();
  }

  @Test
  void a_picture_of_one_tone_is_like_nothing() {
    byte[] plain = Drawn.jpeg(Drawn.plain(300, 200, new Color(120, 130, 140)));

    assertThat(impression(plain, Orientation.UPRIGHT).hash()).isNull();
  }

  private static SyntheticPhoto photo(Subject subject, long seed) {
    CameraNotes notes = CameraNotes.phone(LocalDateTime.of(2026, 7, 14, 12, 0));
    return new SyntheticPhoto(subject, 800, 600, notes, seed, false);
  }

  private static long pairsWithin(int distance, List<Long> hashes) {
    long pairs = 0;
    for (int i = 0; i < hashes.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs += PerceptualHash.distance(hashes.get(i), hashes.get(j)) <= distance ? 1 : 0;
      }
    }
    return pairs;
  }

  private static int distance(BufferedImage one, BufferedImage other) {
    return PerceptualHash.distance(hash(one), hash(other));
  }

  private static long hash(BufferedImage image) {
    return hash(Drawn.jpeg(image), Orientation.UPRIGHT);
  }

  private static long hash(byte[] jpeg, Orientation orientation) {
    return PerceptualHash.parse(Objects.requireNonNull(impression(jpeg, orientation).hash()));
  }

  private static Impression impression(byte[] jpeg, Orientation orientation) {
    Original original = Drawn.original(jpeg, orientation);
    Rendered rendered =
        RENDERER.render(original, RenditionPlan.defaults().targets(original.uprightSize()));
    return ((Rendered.Whole) rendered).smallest().impression();
  }

  private static BufferedImage resized(BufferedImage image, int width) {
    int height = Math.round((float) width * image.getHeight() / image.getWidth());
    BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = resized.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    brush.drawImage(image, 0, 0, width, height, null);
    brush.dispose();
    return resized;
  }
}
