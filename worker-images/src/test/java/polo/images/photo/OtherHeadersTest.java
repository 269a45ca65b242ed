package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Headers of everything but JPEG, each written by hand from its specification.
class OtherHeadersTest {

  @Test
  void a_png_says_size_depth_and_colour_type() {
    byte[] png = png(300, 200, 6).u32(0).text("IEND").u32(0).array();

    ImageHeader header = PngHeaders.read(new Bytes(png)).orElseThrow();

    assertThat(header)
        .isEqualTo(ImageHeader.plain(ImageFormat.PNG, new PixelSize(300, 200), 4, 8, 1, true));
  }

  @Test
  void an_animated_png_says_how_many_frames() {
    byte[] png = png(3, 2, 2).u32(8).text("acTL").u32(7).u32(0).u32(0).array();

    ImageHeader header = PngHeaders.read(new Bytes(png)).orElseThrow();

    assertThat(header.frames()).isEqualTo(7);
    assertThat(header.complete()).isFalse();
  }

  @Test
  void a_png_may_claim_more_pixels_than_an_int_counts() {
    byte[] png = png(Integer.MAX_VALUE, Integer.MAX_VALUE, 2).array();

    ImageHeader header = PngHeaders.read(new Bytes(png)).orElseThrow();

    assertThat(header.size().pixels()).isEqualTo((long) Integer.MAX_VALUE * Integer.MAX_VALUE);
  }

  @Test
  void a_gif_is_as_large_as_its_screen_and_has_as_many_frames_as_images() {
    TestBytes gif = TestBytes.ofText("GIF89a").u16le(20).u16le(10).u8(0x80, 0, 0).zeros(6);
    gif.u8(0x21, 0xf9, 4, 0, 0, 0, 0, 0);
    gif.u8(0x2c).zeros(4).u16le(20).u16le(10).u8(0).u8(2, 1, 0x44, 0);
    gif.u8(0x2c).zeros(4).u16le(20).u16le(10).u8(0).u8(2, 1, 0x44, 0).u8(0x3b);

    ImageHeader header = GifHeaders.read(new Bytes(gif.array())).orElseThrow();

    assertThat(header.size()).isEqualTo(new PixelSize(20, 10));
    assertThat(header.frames()).isEqualTo(2);
    assertThat(header.complete()).isTrue();
  }

  @Test
  void a_gif_frame_beyond_the_screen_counts_for_the_size() {
    TestBytes gif = TestBytes.ofText("GIF89a").u16le(1).u16le(1).u8(0, 0, 0);
    gif.u8(0x2c).u16le(5).u16le(0).u16le(60_000).u16le(60_000).u8(0);

    ImageHeader header = GifHeaders.read(new Bytes(gif.array())).orElseThrow();

    assertThat(header.size()).isEqualTo(new PixelSize(60_005, 60_000));
  }

  @Test
  void a_bitmap_may_run_downwards() {
    byte[] bmp =
        TestBytes.ofText("BM").zeros(12).u32le(40).u32le(30).u32le(-20).u16le(1).u16le(24).array();

    ImageHeader header = BmpHeaders.read(new Bytes(bmp)).orElseThrow();

    assertThat(header.size()).isEqualTo(new PixelSize(30, 20));
    assertThat(header.components()).isEqualTo(3);
  }

  @Test
  void an_extended_webp_says_its_canvas_and_its_frames() {
    TestBytes webp = riff().text("VP8X").u32le(10).u32le(2).u24le(4000 - 1).u24le(3000 - 1);
    webp.text("ANMF").u32le(2).u16le(0).text("ANMF").u32le(1).u16le(0);

    ImageHeader header = WebpHeaders.read(new Bytes(webp.array())).orElseThrow();

    assertThat(header.size()).isEqualTo(new PixelSize(4000, 3000));
    assertThat(header.frames()).isEqualTo(2);
  }

  @Test
  void a_lossless_webp_packs_both_sides_into_28_bits() {
    byte[] webp = riff().text("VP8L").u32le(5).u8(0x2f).u32le(299 | 199 << 14).array();

    assertThat(WebpHeaders.read(new Bytes(webp)).orElseThrow().size())
        .isEqualTo(new PixelSize(300, 200));
  }

  @Test
  void a_lossy_webp_says_its_size_behind_the_start_code() {
    byte[] webp =
        riff().text("VP8 ").u32le(10).zeros(3).u8(0x9d, 1, 0x2a).u16le(300).u16le(200).array();

    assertThat(WebpHeaders.read(new Bytes(webp)).orElseThrow().size())
        .isEqualTo(new PixelSize(300, 200));
  }

  @Test
  void a_photoshop_document_says_height_before_width() {
    byte[] psd =
        TestBytes.ofText("8BPS").u16(1).zeros(6).u16(4).u32(200).u32(300).u16(16).u16(4).array();

    ImageHeader header = PsdHeaders.read(new Bytes(psd)).orElseThrow();

    assertThat(header)
        .isEqualTo(ImageHeader.plain(ImageFormat.PSD, new PixelSize(300, 200), 4, 16, 1, true));
  }

  @Test
  void a_tiff_says_everything_in_tags_of_either_byte_order() {
    byte[] little =
        TestBytes.ofText("II*\0")
            .u32le(8)
            .u16le(3)
            .u16le(256)
            .u16le(3)
            .u32le(1)
            .u16le(300)
            .u16le(0)
            .u16le(257)
            .u16le(4)
            .u32le(1)
            .u32le(200)
            .u16le(277)
            .u16le(3)
            .u32le(1)
            .u16le(3)
            .u16le(0)
            .u32le(0)
            .array();
    byte[] big =
        TestBytes.ofText("MM\0*")
            .u32(8)
            .u16(3)
            .u16(256)
            .u16(3)
            .u32(1)
            .u16(300)
            .u16(0)
            .u16(257)
            .u16(4)
            .u32(1)
            .u32(200)
            .u16(277)
            .u16(3)
            .u32(1)
            .u16(3)
            .u16(0)
            .u32(0)
            .array();

    assertThat(TiffHeaders.read(new Bytes(little)))
        .contains(ImageHeader.plain(ImageFormat.TIFF, new PixelSize(300, 200), 3, 1, 1, true));
    assertThat(TiffHeaders.read(new Bytes(big))).isEqualTo(TiffHeaders.read(new Bytes(little)));
  }

  @Test
  void a_tiff_whose_pages_run_in_a_circle_is_walked_once() {
    byte[] tiff =
        TestBytes.ofText("II*\0")
            .u32le(8)
            .u16le(2)
            .u16le(256)
            .u16le(4)
            .u32le(1)
            .u32le(3)
            .u16le(257)
            .u16le(4)
            .u32le(1)
            .u32le(2)
            .u32le(8)
            .array();

    assertThat(TiffHeaders.read(new Bytes(tiff)).orElseThrow().frames()).isEqualTo(1);
  }

  @Test
  void a_tile_far_larger_than_its_tiff_is_a_trap() {
    byte[] tiff =
        TestBytes.ofText("II*\0")
            .u32le(8)
            .u16le(3)
            .u16le(256)
            .u16le(4)
            .u32le(1)
            .u32le(3)
            .u16le(257)
            .u16le(4)
            .u32le(1)
            .u32le(2)
            .u16le(322)
            .u16le(4)
            .u32le(1)
            .u32le(1_000_000)
            .u32le(0)
            .array();

    assertThat(TiffHeaders.read(new Bytes(tiff))).isEmpty();
  }

  private static TestBytes png(int width, int height, int colourType) {
    return TestBytes.of(0x89)
        .text("PNG\r\n")
        .u8(0x1a, 0x0a)
        .u32(13)
        .text("IHDR")
        .u32(width)
        .u32(height)
        .u8(8, colourType, 0, 0, 0)
        .u32(0);
  }

  private static TestBytes riff() {
    return TestBytes.ofText("RIFF").u32le(100).text("WEBP");
  }
}
