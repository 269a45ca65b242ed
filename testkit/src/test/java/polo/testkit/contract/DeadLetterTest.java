package polo.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.Origin;
import polo.common.edge.kafka.Replay;
import polo.common.edge.kafka.Topics;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

class DeadLetterTest {

  private static final Instant FIRST = Samples.NOON;
  private static final Instant LAST = FIRST.plus(Duration.ofMinutes(11));
  private static final Reason CORRUPT =
      new Reason(ReasonCode.IMAGE_CORRUPT, "the JPEG ends after 812 of 3024 rows");
  private static final byte[] NOT_UTF8 = {(byte) 0xff, 0, (byte) 0xfe};

  @Test
  void a_dead_letter_keeps_key_body_and_headers_byte_for_byte() {
    ConsumerRecord<byte[], byte[]> original =
        record(Topics.PHOTOS, NOT_UTF8, new byte[] {1, 2, 3}, strangeHeaders());

    ProducerRecord<byte[], byte[]> dead =
        DeadLetter.of(original, CORRUPT, once(), FIRST, "images-1");

    assertThat(dead.topic()).isEqualTo(Topics.DEAD);
    assertThat(dead.key()).isEqualTo(NOT_UTF8);
    assertThat(dead.value()).containsExactly(1, 2, 3);
    assertThat(dead.headers().toArray()).startsWith(strangeHeaders().toArray());
  }

  @Test
  void a_tombstone_can_die_too() {
    ConsumerRecord<byte[], byte[]> original =
        record(Topics.POINTS, null, null, new RecordHeaders());

    ProducerRecord<byte[], byte[]> dead = DeadLetter.of(original, CORRUPT, once(), FIRST, "geo-1");

    assertThat(dead.key()).isNull();
    assertThat(dead.value()).isNull();
  }

  @Test
  void its_headers_are_plain_text() {
    Attempts attempts = once().failed(ReasonCode.IMAGE_CORRUPT, LAST);

    Headers headers =
        DeadLetter.of(photo(new RecordHeaders()), CORRUPT, attempts, LAST, "images-1").headers();

    assertThat(CloudEventHeaders.textOf(headers))
        .containsExactly(
            entry("dead-reason-code", "IMAGE_CORRUPT"),
            entry("dead-reason-message", "the JPEG ends after 812 of 3024 rows"),
            entry("dead-attempts", "2"),
            entry("dead-first-reason-code", "STORE_UNAVAILABLE"),
            entry("dead-first-failed-at", "2026-07-14T12:00:00Z"),
            entry("dead-last-failed-at", "2026-07-14T12:11:00Z"),
            entry("dead-topic", "polo.photos.v1"),
            entry("dead-partition", "7"),
            entry("dead-offset", "1042"),
            entry("dead-worker", "images-1"));
  }

  @Test
  void what_was_written_is_read() {
    Attempts attempts = once().failed(ReasonCode.IMAGE_CORRUPT, LAST);
    ProducerRecord<byte[], byte[]> dead =
        DeadLetter.of(photo(strangeHeaders()), CORRUPT, attempts, LAST, "images-1");

    Optional<DeadLetter> read = DeadLetter.read(delivered(dead));

    assertThat(read)
        .contains(
            new DeadLetter(
                CORRUPT, attempts, LAST, new Origin(Topics.PHOTOS, 7, 1042), "images-1"));
  }

  @Test
  void a_job_that_died_while_being_retried_tells_where_it_came_from() {
    ConsumerRecord<byte[], byte[]> original = photo(strangeHeaders());
    Headers retried = once().onto(original, LAST);
    ConsumerRecord<byte[], byte[]> retry =
        record(Topics.PHOTOS_RETRY, original.key(), original.value(), retried);

    ProducerRecord<byte[], byte[]> dead =
        DeadLetter.of(retry, CORRUPT, once().failed(CORRUPT.code(), LAST), LAST, "images-1");

    assertThat(DeadLetter.read(delivered(dead)).map(DeadLetter::origin))
        .contains(new Origin(Topics.PHOTOS, 7, 1042));
    assertThat(CloudEventHeaders.textOf(dead.headers())).doesNotContainKey("polo-attempts");
  }

  @Test
  void a_replay_is_the_original_again() {
    ConsumerRecord<byte[], byte[]> original = photo(strangeHeaders());
    ConsumerRecord<byte[], byte[]> dead =
        delivered(DeadLetter.of(original, CORRUPT, once(), FIRST, "images-1"));

    ProducerRecord<byte[], byte[]> replay = DeadLetter.read(dead).orElseThrow().replay(dead);

    assertThat(replay.topic()).isEqualTo(Topics.PHOTOS);
    assertThat(replay.key()).isEqualTo(original.key());
    assertThat(replay.value()).isEqualTo(original.value());
    assertThat(replay.headers().toArray()).startsWith(strangeHeaders().toArray()).hasSize(7);
    assertThat(Replay.of(replay.headers())).isEqualTo(new Replay(1, "polo.dead.v1/7/1042"));
  }

  @Test
  void replays_are_counted_through_retries_and_deaths() {
    ConsumerRecord<byte[], byte[]> dead =
        delivered(DeadLetter.of(photo(strangeHeaders()), CORRUPT, once(), FIRST, "images-1"));
    ConsumerRecord<byte[], byte[]> replayed =
        delivered(DeadLetter.read(dead).orElseThrow().replay(dead));
    ConsumerRecord<byte[], byte[]> retried =
        record(Topics.PHOTOS_RETRY, replayed.key(), replayed.value(), once().onto(replayed, LAST));
    ConsumerRecord<byte[], byte[]> deadAgain =
        delivered(DeadLetter.of(retried, CORRUPT, once(), LAST, "images-1"));

    ProducerRecord<byte[], byte[]> second =
        DeadLetter.read(deadAgain).orElseThrow().replay(deadAgain);

    assertThat(Replay.of(deadAgain.headers()).times()).isEqualTo(1);
    assertThat(Replay.of(second.headers()).times()).isEqualTo(2);
    assertThat(second.headers().headers("polo-replays")).hasSize(1);
  }

  @Test
  void a_message_with_line_breaks_and_no_end_becomes_one_short_line() {
    Reason reason = new Reason(ReasonCode.UNEXPECTED, "first\nsecond " + "x".repeat(5000));

    Headers headers =
        DeadLetter.of(photo(new RecordHeaders()), reason, once(), FIRST, "images-1").headers();

    assertThat(CloudEventHeaders.textOf(headers).get("dead-reason-message"))
        .startsWith("first second xxx")
        .endsWith("x...")
        .hasSize(1003);
  }

  @Test
  void a_record_that_is_no_dead_letter_is_not_read_as_one() {
    Headers headers = new RecordHeaders();
    headers.add("dead-reason-code", text("BAD_LUCK"));
    headers.add("dead-offset", NOT_UTF8);

    Optional<DeadLetter> read = DeadLetter.read(photo(headers));

    assertThat(read).isEmpty();
  }

  private static Attempts once() {
    return Attempts.NONE.failed(ReasonCode.STORE_UNAVAILABLE, FIRST);
  }

  /// Bytes that are no text, a name that comes twice, a value that is not there.
  private static Headers strangeHeaders() {
    Headers headers = new RecordHeaders();
    headers.add("ce_id", text("job-1"));
    headers.add("x-binary", NOT_UTF8);
    headers.add("x-twice", text("a"));
    headers.add("x-twice", text("b"));
    headers.add(new RecordHeader("x-null", (byte[]) null));
    return headers;
  }

  private static ConsumerRecord<byte[], byte[]> photo(Headers headers) {
    return record(Topics.PHOTOS, text("p-1"), text("{\"userId\":\"u-1\"}"), headers);
  }

  private static ConsumerRecord<byte[], byte[]> delivered(ProducerRecord<byte[], byte[]> sent) {
    return record(sent.topic(), sent.key(), sent.value(), sent.headers());
  }

  private static ConsumerRecord<byte[], byte[]> record(
      String topic, byte @Nullable [] key, byte @Nullable [] body, Headers headers) {
    return new ConsumerRecord<>(
        topic,
        7,
        1042,
        LAST.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        key,
        body,
        headers,
        Optional.empty());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
