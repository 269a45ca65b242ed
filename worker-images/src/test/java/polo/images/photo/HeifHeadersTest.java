package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeifHeadersTest {

  private static final int NO_MIRROR = -1;

  @Test
  void the_size_is_that_of_the_primary_picture() {
    Look look = new FirstLook(PhotoBudget.defaults()).at(heic(0, NO_MIRROR));

    assertThat(look.readHeader().orElseThrow().size()).isEqualTo(new PixelSize(4032, 3024));
    assertThat(look).isInstanceOf(Look.Refused.class);
  }

  @ParameterizedTest(name = "{0} quarter turns left, mirror {1}")
  @CsvSource({
    "0, -1, UPRIGHT",
    "1, -1, TURN_LEFT",
    "2, -1, UPSIDE_DOWN",
    "3, -1, TURN_RIGHT",
    "0, 1, MIRRORED",
    "0, 0, UPSIDE_DOWN_MIRRORED",
    "1, 0, TRANSPOSED",
    "3, 0, TRANSVERSED",
    "1, 1, TRANSVERSED",
  })
  void the_file_itself_says_how_it_is_shown(int left, int mirror, Orientation shown) {
    Look look = new FirstLook(PhotoBudget.defaults()).at(heic(left, mirror));

    assertThat(look.readHeader().orElseThrow().turn()).isEqualTo(shown);
  }

  @Test
  void a_file_cut_in_its_boxes_has_no_header() {
    byte[] whole = heic(0, NO_MIRROR);

    Look look = new FirstLook(PhotoBudget.defaults()).at(Arrays.copyOf(whole, 60));

    assertThat(look.readHeader()).isEmpty();
  }

  /// A thumbnail of 240 x 320 as item 2, the primary picture as item 1.
  private static byte[] heic(int left, int mirror) {
    byte[] turn = box("irot", left);
    byte[] mirrored = mirror == NO_MIRROR ? box("free") : box("imir", mirror);
    byte[] properties = box("ipco", all(ispe(240, 320), ispe(4032, 3024), turn, mirrored));
    byte[] associations = box("ipma", 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 1, 1, 0, 1, 3, 2, 0x83, 4);
    byte[] primary = box("pitm", 0, 0, 0, 0, 0, 1);
    byte[] meta =
        box("meta", all(new byte[4], primary, box("iprp", all(properties, associations))));
    return all(box("ftyp", "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1)), meta);
  }

  private static byte[] ispe(int width, int height) {
    return box(
        "ispe", 0, 0, 0, 0, 0, 0, width >> 8, width & 0xff, 0, 0, height >> 8, height & 0xff);
  }

  private static byte[] box(String name, int... body) {
    byte[] bytes = new byte[body.length];
    for (int i = 0; i < body.length; i++) {
      bytes[i] = (byte) body[i];
    }
    return box(name, bytes);
  }

  private static byte[] box(String name, byte[] body) {
    int length = body.length + 8;
    return all(
        new byte[] {0, 0, (byte) (length >> 8), (byte) length},
        name.getBytes(StandardCharsets.ISO_8859_1),
        body);
  }

  private static byte[] all(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
