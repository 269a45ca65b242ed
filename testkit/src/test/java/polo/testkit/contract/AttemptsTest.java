package polo.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.Origin;
import polo.common.edge.kafka.Topics;
import polo.common.job.ReasonCode;

class AttemptsTest {

  private static final Instant FIRST = Samples.NOON;
  private static final Instant SECOND = FIRST.plusSeconds(60);
  private static final Instant DUE = FIRST.plusSeconds(660);

  @Test
  void nobody_tried_a_record_without_headers() {
    assertThat(Attempts.of(new RecordHeaders())).isEqualTo(Attempts.NONE);
    assertThat(Attempts.notBefore(new RecordHeaders())).isEmpty();
  }

  @Test
  void the_first_failure_is_remembered_whatever_follows() {
    Attempts attempts =
        Attempts.NONE
            .failed(ReasonCode.BLOB_STORE_UNAVAILABLE, FIRST)
            .failed(ReasonCode.STORE_UNAVAILABLE, SECOND);

    assertThat(attempts.count()).isEqualTo(2);
    assertThat(attempts.first())
        .isEqualTo(new Attempts.Failure(ReasonCode.BLOB_STORE_UNAVAILABLE, FIRST));
  }

  @Test
  void attempts_travel_as_plain_text_beside_the_headers_of_the_producer() {
    ConsumerRecord<byte[], byte[]> photo =
        Example.of("valid/photo.uploaded-with-little.json").record();
    Attempts attempts = Attempts.NONE.failed(ReasonCode.STORE_UNAVAILABLE, FIRST);

    Headers headers = attempts.onto(photo, DUE);

    assertThat(headers.toArray()).startsWith(photo.headers().toArray());
    assertThat(CloudEventHeaders.textOf(headers))
        .contains(
            entry("polo-attempts", "1"),
            entry("polo-first-reason-code", "STORE_UNAVAILABLE"),
            entry("polo-first-failed-at", "2026-07-14T12:00:00Z"),
            entry("polo-not-before", "2026-07-14T12:11:00Z"),
            entry("polo-topic", "polo.photos.v1"),
            entry("polo-partition", "3"),
            entry("polo-offset", "1042"));
    assertThat(Attempts.of(headers)).isEqualTo(attempts);
    assertThat(Attempts.notBefore(headers)).contains(DUE);
  }

  @Test
  void a_second_retry_replaces_what_the_first_wrote_and_keeps_the_origin() {
    ConsumerRecord<byte[], byte[]> photo =
        Example.of("valid/photo.uploaded-with-little.json").record();
    Attempts once = Attempts.NONE.failed(ReasonCode.STORE_UNAVAILABLE, FIRST);
    Headers retried = once.onto(photo, SECOND);
    ConsumerRecord<byte[], byte[]> retry =
        new ConsumerRecord<>(Topics.PHOTOS_RETRY, 0, 5, photo.key(), photo.value());
    retried.forEach(retry.headers()::add);
    Attempts twice = once.failed(ReasonCode.STORE_CONTENDED, SECOND);

    Headers headers = twice.onto(retry, DUE);

    assertThat(Attempts.of(headers)).isEqualTo(twice);
    assertThat(headers.headers("polo-attempts")).hasSize(1);
    assertThat(Origin.of(retry)).isEqualTo(new Origin(Topics.PHOTOS, 3, 1042));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "0", "two", "99999999999999999999", "٣"})
  void a_count_that_makes_no_sense_is_no_attempt(String count) {
    Headers headers = new RecordHeaders();
    headers.add("polo-attempts", count.getBytes(StandardCharsets.UTF_8));

    assertThat(Attempts.of(headers)).isEqualTo(Attempts.NONE);
  }
}
