package polo.geo.edge.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 63, 64, -64, -65, 18_000_000, -36_000_000, Integer.MIN_VALUE})
  void a_number_of_either_sign_comes_back(int value) {
    PackedWriter out = new PackedWriter();
    out.signed(value);

    PackedReader in = new PackedReader(out.toBytes());

    assertThat(in.signed()).isEqualTo(value);
    assertThat(in.atEnd()).isTrue();
  }

  @Test
  void a_small_number_takes_one_byte() {
    PackedWriter out = new PackedWriter();
    out.signed(-64);

    assertThat(out.toBytes()).hasSize(1);
  }

  @Test
  void text_comes_back_whatever_its_script() {
    PackedWriter out = new PackedWriter();
    out.text("Ürümqi 乌鲁木齐");
    out.count(300);

    PackedReader in = new PackedReader(out.toBytes());

    assertThat(in.text()).isEqualTo("Ürümqi 乌鲁木齐");
    assertThat(in.count()).isEqualTo(300);
  }
}
