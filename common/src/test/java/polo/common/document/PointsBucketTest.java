package polo.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PointsBucketTest {

  @Test
  void a_bucket_is_a_quarter_of_an_hour() {
    PointsBucket bucket = PointsBucket.of(Instant.parse("2026-07-14T09:29:59.999Z"));

    assertThat(bucket.start()).isEqualTo(Instant.parse("2026-07-14T09:15:00Z"));
    assertThat(bucket.end()).isEqualTo(Instant.parse("2026-07-14T09:30:00Z"));
    assertThat(bucket.name()).isEqualTo("20260714T0915");
  }

  @Test
  void the_end_of_a_bucket_is_the_start_of_the_next() {
    PointsBucket bucket = PointsBucket.of(Instant.parse("2026-07-14T09:15:00Z"));
    PointsBucket next = PointsBucket.of(bucket.end());

    assertThat(next.index()).isEqualTo(bucket.index() + 1);
    assertThat(next).isGreaterThan(bucket);
  }

  @Test
  void times_before_1970_have_their_bucket_too() {
    PointsBucket bucket = PointsBucket.of(Instant.parse("1969-12-31T23:59:59.999Z"));

    assertThat(bucket.index()).isEqualTo(-1);
    assertThat(bucket.name()).isEqualTo("19691231T2345");
  }
}
