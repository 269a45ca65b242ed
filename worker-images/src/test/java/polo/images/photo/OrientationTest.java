package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

  private static final PixelSize STORED = new PixelSize(40, 30);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void up_to_four_the_sides_stay(int exif) {
    Orientation orientation = Orientation.ofExif(exif);

    assertThat(orientation.exif()).isEqualTo(exif);
    assertThat(orientation.upright(STORED)).isEqualTo(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8})
  void from_five_on_the_sides_change_places(int exif) {
    Orientation orientation = Orientation.ofExif(exif);

    assertThat(orientation.exif()).isEqualTo(exif);
    assertThat(orientation.upright(STORED)).isEqualTo(new PixelSize(30, 40));
    assertThat(orientation.stored(new PixelSize(30, 40))).isEqualTo(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1, 65_535})
  void what_is_no_orientation_means_upright(int exif) {
    assertThat(Orientation.ofExif(exif)).isEqualTo(Orientation.UPRIGHT);
  }

  @ParameterizedTest(name = "{0} x {1} at {2} is {3} x {4}")
  @CsvSource({
    "4032, 3024, 2048, 2048, 1536",
    "3024, 4032, 2048, 1536, 2048",
    "16000, 12, 256, 256, 1",
    "3, 2, 2, 2, 1"
  })
  void scaling_keeps_the_shape_and_at_least_a_line(
      int width, int height, int longSide, int scaledWidth, int scaledHeight) {
    assertThat(new PixelSize(width, height).withLongSide(longSide))
        .isEqualTo(new PixelSize(scaledWidth, scaledHeight));
  }
}
