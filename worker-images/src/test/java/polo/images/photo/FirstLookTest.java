package polo.images.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.job.ReasonCode;

class FirstLookTest {

  private final FirstLook look = new FirstLook(PhotoBudget.defaults());

  @Test
  void a_photo_within_the_budget_is_seen() {
    Look seen = look.at(gif(4000, 3000));

    assertThat(seen.readHeader())
        .get()
        .extracting(ImageHeader::size)
        .isEqualTo(new PixelSize(4000, 3000));
    assertThat(seen).isInstanceOf(Look.Seen.class);
  }

  @Test
  void nothing_is_empty() {
    assertThat(reason(look.at(new byte[0]))).isEqualTo(ReasonCode.IMAGE_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<html>404</html>", "PK\u0003\u0004 an archive"})
  void what_is_no_image_is_not_recognised(String content) {
    assertThat(reason(look.at(TestBytes.ofText(content).array())))
        .isEqualTo(ReasonCode.IMAGE_UNRECOGNISED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<svg/>", "%!PS", "%PDF-1.4", "push graphic-context", "\0\0\0\u0010ftypheic"})
  void a_program_or_an_unknown_codec_is_not_supported(String content) {
    assertThat(reason(look.at(TestBytes.ofText(content).array())))
        .isEqualTo(ReasonCode.IMAGE_UNSUPPORTED);
  }

  @Test
  void a_mark_without_a_header_is_corrupt() {
    Look refused = look.at(TestBytes.of(0xff, 0xd8, 0xff).array());

    assertThat(reason(refused)).isEqualTo(ReasonCode.IMAGE_CORRUPT);
    assertThat(refused.recognised()).contains(ImageFormat.JPEG);
  }

  @Test
  void forty_bytes_may_not_ask_for_four_gigapixels() {
    Look refused = look.at(gif(65_535, 65_535));

    assertThat(reason(refused)).isEqualTo(ReasonCode.IMAGE_TOO_LARGE);
    assertThat(refused.readHeader()).isPresent();
  }

  @Test
  void a_file_beyond_the_budget_is_not_even_looked_at() {
    PhotoBudget small = new PhotoBudget(10, 100, 100, 1, 100, 1);

    Look refused = new FirstLook(small).at(gif(1, 1));

    assertThat(reason(refused)).isEqualTo(ReasonCode.IMAGE_TOO_LARGE);
    assertThat(refused.recognised()).isEmpty();
  }

  @Test
  void passes_are_limited_in_number_and_in_what_they_cost() {
    PhotoBudget budget = PhotoBudget.defaults();
    PixelSize small = new PixelSize(100, 100);
    PixelSize large = new PixelSize(10_000, 9_000);

    assertThat(budget.objectionTo(progressive(small, 64))).isEmpty();
    assertThat(budget.objectionTo(progressive(small, 65)))
        .get()
        .extracting(reason -> reason.code())
        .isEqualTo(ReasonCode.IMAGE_TOO_COMPLEX);
    assertThat(budget.objectionTo(progressive(large, 20))).isEmpty();
    assertThat(budget.objectionTo(progressive(large, 30))).isPresent();
  }

  private static ImageHeader progressive(PixelSize size, int scans) {
    return new ImageHeader(ImageFormat.JPEG, size, 3, 8, true, scans, 1, true, null);
  }

  private static ReasonCode reason(Look look) {
    assertThat(look).isInstanceOf(Look.Refused.class);
    return ((Look.Refused) look).reason().code();
  }

  private static byte[] gif(int width, int height) {
    return TestBytes.ofText("GIF89a").u16le(width).u16le(height).u8(0, 0, 0).array();
  }
}
