package polo.images.edge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import polo.images.photo.Orientation;

class TurnedTest {

  /// The stored picture is `ABC` above `DEF`; by the table of EXIF's tag, the stored first row is
  /// the top (1, 2), the bottom (3, 4), the left (5, 8) or the right side (6, 7) seen upright.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "1, ABC DEF",
    "2, CBA FED",
    "3, FED CBA",
    "4, DEF ABC",
    "5, AD BE CF",
    "6, DA EB FC",
    "7, FC EB DA",
    "8, CF BE AD"
  })
  void each_orientation_turns_as_exif_says(int exif, String upright) {
    BufferedImage stored = letters("ABC DEF");

    assertThat(text(Turned.upright(stored, Orientation.ofExif(exif)))).isEqualTo(upright);
  }

  private static BufferedImage letters(String text) {
    String[] rows = text.split(" ", -1);
    BufferedImage image =
        new BufferedImage(rows[0].length(), rows.length, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        image.setRGB(x, y, rows[y].charAt(x) * 0x010203);
      }
    }
    return image;
  }

  private static String text(BufferedImage image) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < image.getHeight(); y++) {
      text.append(y == 0 ? "" : " ");
      for (int x = 0; x < image.getWidth(); x++) {
        text.append((char) ((image.getRGB(x, y) & 0xffffff) / 0x010203));
      }
    }
    return text.toString();
  }
}
