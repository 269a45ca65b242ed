package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import polo.common.earth.Fix;
import polo.common.job.Event;
import polo.common.job.JobHeaders;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.job.RetryPolicy;
import polo.common.time.TimeSpan;

class OutcomeRouterTest {

  private static final Instant NOW = Instant.parse("2026-05-08T10:00:00Z");
  private static final PointsUploaded JOB =
      new PointsUploaded("marco", "phone", List.of(Fix.of(NOW, 38.7, -9.1)));

  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final OutcomeRouter router =
      new OutcomeRouter(
          new JobProducer(broker),
          new JobMetrics(new SimpleMeterRegistry()),
          new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(10)),
          Clock.fixed(NOW, ZoneOffset.UTC),
          "test/1");

  @Test
  void what_is_done_tells_its_event_and_is_through() {
    Event event =
        new Event.TimelineChanged(
            "marco", new TimeSpan(NOW, NOW.plusSeconds(60)), List.of("a"), List.of(), List.of());

    Optional<Duration> again = router.route(List.of(ended(1, Outcome.done(event))));

    assertThat(again).isEmpty();
    assertThat(sentTo(Topics.EVENTS)).hasSize(1);
  }

  @Test
  void a_rejected_job_is_kept_with_its_bytes_untouched() {
    EndedJob job = ended(1, Outcome.reject(ReasonCode.BLOB_MISSING, "no blob x"));

    Optional<Duration> again = router.route(List.of(job));

    assertThat(again).isEmpty();
    ProducerRecord<byte[], byte[]> letter = sentTo(Topics.DEAD).getFirst();
    assertThat(letter.value()).isEqualTo(job.record().value());
    assertThat(letter.key()).isEqualTo(job.record().key());
    assertThat(text(letter, "dead-reason-code")).isEqualTo("BLOB_MISSING");
    assertThat(text(letter, "dead-attempts")).isEqualTo("1");
    assertThat(sentTo(Topics.EVENTS)).hasSize(1);
  }

  @Test
  void a_job_whose_id_has_no_value_is_rejected_all_the_same() {
    Headers headers = new RecordHeaders();
    headers.add("ce_id", null);
    EndedJob job =
        new EndedJob(
            record(1, headers),
            Optional.empty(),
            Outcome.reject(ReasonCode.FIELD_MISSING, "header ce_id is missing"));

    Optional<Duration> again = router.route(List.of(job));

    assertThat(again).isEmpty();
    assertThat(sentTo(Topics.DEAD)).hasSize(1);
  }

  @Test
  void nothing_is_rejected_while_the_poll_must_come_again() {
    EndedJob rejected = ended(1, Outcome.reject(ReasonCode.BLOB_MISSING, "no blob x"));
    EndedJob tired = ended(2, Outcome.retry(ReasonCode.STORE_UNAVAILABLE, "away"));

    Optional<Duration> again = router.route(List.of(rejected, tired));

    assertThat(again).isPresent();
    assertThat(sentTo(Topics.DEAD)).isEmpty();
  }

  @Test
  void a_tired_world_is_waited_for_as_long_as_it_takes() {
    EndedJob tired = ended(1, Outcome.retry(ReasonCode.STORE_UNAVAILABLE, "away"));

    for (int attempt = 0; attempt < 50; attempt++) {
      assertThat(router.route(List.of(tired))).isPresent();
    }

    assertThat(sentTo(Topics.DEAD)).isEmpty();
  }

  @Test
  void a_job_that_keeps_failing_on_its_own_is_given_up_with_all_its_attempts() {
    EndedJob failing = ended(1, Outcome.retry(ReasonCode.UNEXPECTED, "boom"));

    assertThat(router.route(List.of(failing))).isPresent();
    assertThat(router.route(List.of(failing))).isPresent();
    assertThat(router.route(List.of(failing))).isEmpty();

    ProducerRecord<byte[], byte[]> letter = sentTo(Topics.DEAD).getFirst();
    assertThat(text(letter, "dead-reason-code")).isEqualTo("UNEXPECTED");
    assertThat(text(letter, "dead-attempts")).isEqualTo("3");
  }

  @Test
  void a_photo_that_fails_on_its_own_is_tried_later_while_others_go_on() {
    EndedJob failing = ended(1, Outcome.retry(ReasonCode.UNEXPECTED, "boom"));

    Optional<Duration> again = router.routeOrDelay(failing);

    assertThat(again).isEmpty();
    ProducerRecord<byte[], byte[]> later = sentTo(Topics.PHOTOS_RETRY).getFirst();
    assertThat(later.value()).isEqualTo(failing.record().value());
    assertThat(Attempts.of(later.headers()).count()).isEqualTo(1);
    assertThat(Attempts.notBefore(later.headers()).orElseThrow()).isAfter(NOW);
  }

  @Test
  void a_photo_out_of_attempts_is_given_up() {
    Attempts two =
        Attempts.NONE.failed(ReasonCode.UNEXPECTED, NOW).failed(ReasonCode.UNEXPECTED, NOW);
    Headers headers = two.onto(record(7, new RecordHeaders()), NOW);
    EndedJob failing =
        new EndedJob(
            record(8, headers),
            Optional.of(parsed(List.of())),
            Outcome.retry(ReasonCode.UNEXPECTED, "boom"));

    Optional<Duration> again = router.routeOrDelay(failing);

    assertThat(again).isEmpty();
    assertThat(sentTo(Topics.PHOTOS_RETRY)).isEmpty();
    assertThat(text(sentTo(Topics.DEAD).getFirst(), "dead-attempts")).isEqualTo("3");
  }

  @Test
  void a_job_done_in_part_leaves_its_original_in_the_dead_letters() {
    Reason flaw = new Reason(ReasonCode.FIX_INVALID, "fixes[3].lat is 123.4, not a latitude");
    EndedJob job =
        new EndedJob(
            record(1, new RecordHeaders()), Optional.of(parsed(List.of(flaw))), Outcome.done());

    router.route(List.of(job));

    assertThat(text(sentTo(Topics.DEAD).getFirst(), "dead-reason-code")).isEqualTo("FIX_INVALID");
  }

  private static EndedJob ended(long offset, Outcome outcome) {
    return new EndedJob(
        record(offset, new RecordHeaders()), Optional.of(parsed(List.of())), outcome);
  }

  private static ParsedJob.Valid parsed(List<Reason> flaws) {
    return new ParsedJob.Valid(JOB, new JobHeaders("id-1", "test", NOW, null), flaws);
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, Headers headers) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.POINTS, 0, offset, bytes("marco"), JobWriter.body(JOB));
    Map.of("ce_id", "id-1", "ce_type", "points.uploaded")
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    headers.forEach(header -> record.headers().add(header));
    return record;
  }

  private List<ProducerRecord<byte[], byte[]>> sentTo(String topic) {
    return broker.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  private static String text(ProducerRecord<byte[], byte[]> record, String header) {
    return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
