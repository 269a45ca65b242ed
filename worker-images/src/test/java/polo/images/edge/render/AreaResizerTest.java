package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaResizerTest {

  @ParameterizedTest(name = "{0} x {1} to {2} x {3}")
  @CsvSource({"40, 30, 20, 15", "41, 29, 20, 15", "7, 5, 6, 5", "500, 3, 1, 1", "33, 90, 32, 13"})
  void every_pixel_is_the_mean_of_the_area_it_covers(int width, int height, int w, int h) {
    BufferedImage source = noise(width, height);
    BufferedImage target = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);

    new AreaResizer().resize(source, target);

    assertThat(Drawn.distance(target, plainly(source, w, h))).isLessThan(0.2);
  }

  @Test
  void a_plain_area_keeps_its_colour_exactly() {
    BufferedImage source = new BufferedImage(1000, 777, BufferedImage.TYPE_3BYTE_BGR);
    source.createGraphics().drawImage(Drawn.plain(1000, 777, new Color(1, 254, 99)), 0, 0, null);
    BufferedImage target = new BufferedImage(333, 100, BufferedImage.TYPE_3BYTE_BGR);

    new AreaResizer().resize(source, target);

    assertThat(target.getRGB(0, 0)).isEqualTo(0xff01fe63);
    assertThat(target.getRGB(332, 99)).isEqualTo(0xff01fe63);
  }

  @Test
  void nothing_is_enlarged() {
    BufferedImage source = noise(10, 10);
    BufferedImage target = new BufferedImage(11, 5, BufferedImage.TYPE_3BYTE_BGR);

    assertThatIllegalArgumentException().isThrownBy(() -> new AreaResizer().resize(source, target));
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  /// The same in plain floating point, pixel by pixel: the oracle.
  private static BufferedImage plainly(BufferedImage source, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    double across = (double) source.getWidth() / width;
    double down = (double) source.getHeight() / height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        target.setRGB(x, y, mean(source, x * across, y * down, across, down));
      }
    }
    return target;
  }

  private static int mean(
      BufferedImage source, double left, double top, double across, double down) {
    double[] sums = new double[3];
    for (int y = (int) top; y < Math.min(source.getHeight(), top + down); y++) {
      for (int x = (int) left; x < Math.min(source.getWidth(), left + across); x++) {
        double covered =
            (Math.min(x + 1, left + across) - Math.max(x, left))
                * (Math.min(y + 1, top + down) - Math.max(y, top));
        Color colour = new Color(source.getRGB(x, y));
        sums[0] += covered * colour.getRed();
        sums[1] += covered * colour.getGreen();
        sums[2] += covered * colour.getBlue();
      }
    }
    double area = across * down;
    return new Color(level(sums[0] / area), level(sums[1] / area), level(sums[2] / area)).getRGB();
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
