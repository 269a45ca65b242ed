package polo.images.exif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExifTextTest {

  @Test
  void padding_ends_the_text() {
    assertThat(ExifText.of(latin("NIKON   \0\0trash"))).contains("NIKON");
  }

  @Test
  void control_characters_go() {
    assertThat(ExifText.of(latin("AC\u0001ME\n"))).contains("ACME");
  }

  @Test
  void utf8_is_kept_and_anything_else_is_latin1() {
    assertThat(ExifText.of("Modèle 照".getBytes(StandardCharsets.UTF_8))).contains("Modèle 照");
    assertThat(ExifText.of(latin("Größe"))).contains("Größe");
  }

  @Test
  void a_novel_is_cut() {
    assertThat(ExifText.of(latin("x".repeat(50_000))).orElseThrow()).hasSize(256);
  }

  @Test
  void blanks_are_nothing() {
    assertThat(ExifText.of(latin("   \0"))).isEmpty();
    assertThat(ExifText.of(new byte[0])).isEmpty();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
