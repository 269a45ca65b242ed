package polo.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentKeyFitsTest {

  @Test
  void a_key_of_two_hundred_bytes_fits_and_one_more_does_not() {
    String longest = "a".repeat(DocumentKey.MAX_BYTES - "user::".length());

    assertThat(DocumentKey.fits("user", longest)).isTrue();
    assertThat(DocumentKey.fits("user", longest + "a")).isFalse();
  }

  @Test
  void a_letter_outside_ascii_takes_as_many_bytes_as_its_encoding() {
    assertThat(DocumentKey.fits("user", "é".repeat(32))).isTrue();
    assertThat(DocumentKey.fits("user", "é".repeat(33))).isFalse();
  }
}
