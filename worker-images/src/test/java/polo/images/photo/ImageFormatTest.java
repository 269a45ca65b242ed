package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {

  static Stream<Arguments> marks() {
    return Stream.of(
        arguments(TestBytes.of(0xff, 0xd8, 0xff, 0xe0), ImageFormat.JPEG),
        arguments(TestBytes.of(0x89).text("PNG\r\n").u8(0x1a, 0x0a), ImageFormat.PNG),
        arguments(TestBytes.ofText("GIF89a"), ImageFormat.GIF),
        arguments(TestBytes.ofText("BM").zeros(12).u32le(40), ImageFormat.BMP),
        arguments(TestBytes.ofText("RIFF").u32le(4).text("WEBP"), ImageFormat.WEBP),
        arguments(TestBytes.ofText("II*\0").u32le(8), ImageFormat.TIFF),
        arguments(TestBytes.ofText("MM\0*").u32(8), ImageFormat.TIFF),
        arguments(TestBytes.ofText("8BPS").u16(1), ImageFormat.PSD),
        arguments(box("heic"), ImageFormat.HEIC),
        arguments(box("mif1"), ImageFormat.HEIC),
        arguments(box("avif"), ImageFormat.AVIF),
        arguments(
            TestBytes.of(0, 0, 0, 24).text("ftypmif1").u32(0).text("avifmiaf"), ImageFormat.AVIF),
        arguments(box("crx "), ImageFormat.RAW),
        arguments(box("qt  "), ImageFormat.VIDEO),
        arguments(TestBytes.ofText("II*\0").u32le(16).text("CR"), ImageFormat.RAW),
        arguments(TestBytes.of(0xff, 0x0a), ImageFormat.JPEG_XL),
        arguments(TestBytes.of(0, 0, 0, 12).text("jP  "), ImageFormat.JPEG_2000),
        arguments(TestBytes.ofText("%PDF-1.7"), ImageFormat.PDF),
        arguments(TestBytes.ofText("%!PS-Adobe"), ImageFormat.POSTSCRIPT),
        arguments(TestBytes.ofText("push graphic-context\nviewbox 0 0 1 1"), ImageFormat.MVG),
        arguments(TestBytes.ofText("<svg xmlns='x'/>"), ImageFormat.SVG),
        arguments(
            TestBytes.ofText("\u00ef\u00bb\u00bf<?xml?>\n<!DOCTYPE x>\n<svg/>"), ImageFormat.SVG));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("marks")
  void a_format_is_known_by_its_mark(TestBytes bytes, ImageFormat format) {
    assertThat(ImageFormat.of(bytes.array())).contains(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "PK\u0003\u0004", "just a text", "<html><svg></svg></html>", "BMW"})
  void what_carries_no_mark_is_no_image(String content) {
    assertThat(ImageFormat.of(TestBytes.ofText(content).array())).isEmpty();
  }

  @Test
  void a_mark_behind_garbage_does_not_count() {
    byte[] bytes = TestBytes.of(0, 0, 0, 0).u8(0xff, 0xd8, 0xff, 0xe0).array();

    assertThat(ImageFormat.of(bytes)).isEmpty();
  }

  @Test
  void a_digital_negative_is_raw_though_it_is_a_tiff() {
    byte[] negative =
        TestBytes.ofText("II*\0")
            .u32le(8)
            .u16le(1)
            .u16le(50706)
            .u16le(1)
            .u32le(4)
            .u32le(0x0401)
            .u32le(0)
            .array();

    assertThat(ImageFormat.of(negative)).contains(ImageFormat.RAW);
  }

  private static TestBytes box(String brand) {
    return TestBytes.of(0, 0, 0, 16).text("ftyp" + brand).u32(0);
  }
}
