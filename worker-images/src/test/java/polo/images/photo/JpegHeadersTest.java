package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JpegHeadersTest {

  private static final int SOF_BASELINE = 0xc0;
  private static final int SOF_PROGRESSIVE = 0xc2;
  private static final int SOS = 0xda;
  private static final int APP1 = 0xe1;

  @Test
  void the_frame_says_size_and_components() {
    byte[] jpeg = withFrame(SOF_BASELINE, 480, 640).u8(0xff, 0xd9).array();

    ImageHeader header = read(jpeg).orElseThrow();

    assertThat(header.size()).isEqualTo(new PixelSize(640, 480));
    assertThat(header.components()).isEqualTo(3);
    assertThat(header.bits()).isEqualTo(8);
    assertThat(header.progressive()).isFalse();
    assertThat(header.complete()).isTrue();
  }

  @Test
  void the_passes_of_a_progressive_picture_are_counted() {
    TestBytes jpeg = withFrame(SOF_PROGRESSIVE, 8, 8);
    jpeg.segment(SOS, 1, 1, 0, 0, 63, 0).u8(1, 2, 3);
    jpeg.segment(SOS, 1, 1, 0, 0, 63, 0).u8(1, 2, 3).u8(0xff, 0xd9);

    ImageHeader header = read(jpeg.array()).orElseThrow();

    assertThat(header.progressive()).isTrue();
    assertThat(header.scans()).isEqualTo(3);
  }

  @Test
  void stuffed_bytes_and_restarts_in_coded_data_are_no_passes() {
    TestBytes jpeg = withFrame(SOF_BASELINE, 8, 8);
    jpeg.u8(0xff, 0x00, 0xda, 0xff, 0xd0, 7, 0xff, 0xff, 0xd7, 9, 0xff, 0xd9);

    ImageHeader header = read(jpeg.array()).orElseThrow();

    assertThat(header.scans()).isEqualTo(1);
    assertThat(header.complete()).isTrue();
  }

  @Test
  void a_thumbnail_in_a_segment_is_not_the_picture() {
    byte[] thumbnail = withFrame(SOF_BASELINE, 16, 16).array();
    TestBytes jpeg = TestBytes.of(0xff, 0xd8).u8(0xff, APP1).u16(thumbnail.length + 2);
    for (byte b : thumbnail) {
      jpeg.u8(b);
    }
    frame(jpeg, SOF_BASELINE, 480, 640);

    assertThat(read(jpeg.array()).orElseThrow().size()).isEqualTo(new PixelSize(640, 480));
  }

  @Test
  void what_follows_the_end_is_not_looked_at() {
    TestBytes jpeg = withFrame(SOF_BASELINE, 8, 8).u8(0xff, 0xd9);
    frame(jpeg.u8(0xff, 0xd8), SOF_PROGRESSIVE, 9999, 9999);

    ImageHeader header = read(jpeg.array()).orElseThrow();

    assertThat(header.size()).isEqualTo(new PixelSize(8, 8));
    assertThat(header.scans()).isEqualTo(1);
  }

  @Test
  void a_picture_cut_in_its_coded_data_is_not_complete() {
    byte[] jpeg = withFrame(SOF_BASELINE, 8, 8).u8(1, 2, 3).array();

    assertThat(read(jpeg).orElseThrow().complete()).isFalse();
  }

  @Test
  void without_a_frame_there_is_no_picture() {
    assertThat(read(TestBytes.of(0xff, 0xd8).array())).isEmpty();
    assertThat(read(TestBytes.of(0xff, 0xd8, 0xff, 0xd9).array())).isEmpty();
  }

  @Test
  void without_coded_data_there_is_no_picture() {
    byte[] jpeg =
        TestBytes.of(0xff, 0xd8).segment(SOF_BASELINE, 8, 0, 8, 0, 8, 1, 1, 0x11, 0).array();

    assertThat(read(jpeg)).isEmpty();
  }

  @Test
  void a_height_that_is_told_later_is_no_height() {
    byte[] jpeg = withFrame(SOF_BASELINE, 0, 640).u8(0xff, 0xd9).array();

    assertThat(read(jpeg)).isEmpty();
  }

  @Test
  void a_segment_shorter_than_its_length_field_breaks_the_file() {
    TestBytes jpeg = TestBytes.of(0xff, 0xd8, 0xff, APP1).u16(1);
    frame(jpeg, SOF_BASELINE, 8, 8);

    assertThat(read(jpeg.array())).isEmpty();
  }

  private static Optional<ImageHeader> read(byte[] jpeg) {
    return JpegHeaders.read(new Bytes(jpeg));
  }

  private static TestBytes withFrame(int marker, int height, int width) {
    return frame(TestBytes.of(0xff, 0xd8), marker, height, width);
  }

  private static TestBytes frame(TestBytes jpeg, int marker, int height, int width) {
    jpeg.u8(0xff, marker).u16(17).u8(8).u16(height).u16(width);
    jpeg.u8(3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1);
    return jpeg.segment(SOS, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0);
  }
}
