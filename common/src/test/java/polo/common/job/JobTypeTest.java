package polo.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTypeTest {

  @ParameterizedTest
  @EnumSource
  void a_type_is_found_by_its_name_on_the_wire(JobType type) {
    assertThat(JobType.ofWireName(type.wireName())).hasValue(type);
  }

  @Test
  void an_unknown_name_is_no_type() {
    assertThat(JobType.ofWireName("points.Uploaded")).isEmpty();
    assertThat(JobType.ofWireName("")).isEmpty();
  }
}
