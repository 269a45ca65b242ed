package polo.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.earth.Fix;
import polo.common.edge.kafka.EventReader;
import polo.common.edge.kafka.EventWriter;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.Topics;
import polo.common.job.Event;
import polo.common.job.Job;
import polo.common.job.ParsedEvent;
import polo.common.job.ParsedJob;
import polo.common.job.ParsedPoints;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.job.UserErase;

/// What we write is what we read.
class RoundTripTest {

  private final JobReader jobs = JobReader.standard();
  private final EventReader events = EventReader.standard();

  @ParameterizedTest
  @MethodSource("polo.testkit.contract.Samples#jobs")
  void a_job_is_written_by_its_schema_and_read_back_equal(Job job) {
    ProducerRecord<byte[], byte[]> written = JobWriter.record(job, Samples.HEADERS);

    ParsedJob read = jobs.read(delivered(written));

    assertThat(read).isEqualTo(new ParsedJob.Valid(job, Samples.HEADERS, List.of()));
    assertThat(Schemas.problems(job.type().wireName(), written.value())).isEmpty();
    assertThat(Schemas.problemsOfHeaders(JobWriter.headers(job, Samples.HEADERS))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("polo.testkit.contract.Samples#events")
  void an_event_is_written_by_its_schema_and_read_back_equal(Event event) {
    ProducerRecord<byte[], byte[]> written = EventWriter.record(event, Samples.HEADERS);

    ParsedEvent read = events.read(delivered(written));

    assertThat(read).isEqualTo(new ParsedEvent.Valid(event, Samples.HEADERS));
    assertThat(Schemas.problems(event.type(), written.value())).isEmpty();
    assertThat(Schemas.problemsOfHeaders(EventWriter.headers(event, Samples.HEADERS))).isEmpty();
  }

  @Test
  void a_rejection_can_be_told_whatever_the_job_called_itself() {
    Event event =
        new Event.JobRejected(
            "u-1",
            "\0" + "x".repeat(5000),
            "unreadable",
            new Reason(ReasonCode.UNEXPECTED, "line one\n\tline two \ud83c"));

    ParsedEvent read = events.read(delivered(EventWriter.record(event, Samples.HEADERS)));

    assertThat(read)
        .isEqualTo(
            new ParsedEvent.Valid(
                new Event.JobRejected(
                    "u-1",
                    "?" + "x".repeat(999) + "...",
                    "unreadable",
                    new Reason(ReasonCode.UNEXPECTED, "line one ?line two ?")),
                Samples.HEADERS));
  }

  @Test
  void the_fixes_of_a_blob_are_read_back_as_they_were_written() {
    List<Fix> fixes = Samples.upload(500).fixes();

    byte[] blob = JobWriter.pointsBlob(fixes);

    assertThat(jobs.readPoints(blob)).isEqualTo(new ParsedPoints.Valid(fixes, List.of()));
    assertThat(Schemas.problems("points", blob)).isEmpty();
  }

  @Test
  void two_thousand_fixes_with_everything_known_stay_well_under_a_message() {
    byte[] body = JobWriter.body(Samples.upload(2000));

    assertThat(body.length).isLessThan(160 * 1024);
  }

  @Test
  void the_same_upload_has_the_same_id_and_another_has_another() {
    PointsUploaded upload = Samples.upload(3);
    PointsUploaded again = Samples.upload(3);

    assertThat(JobId.of(again)).isEqualTo(JobId.of(upload));
    assertThat(Samples.jobs().map(JobId::of)).doesNotHaveDuplicates();
    assertThat(JobId.of(new UserErase("u-1"))).isEqualTo("aefefc73-b496-821f-92ec-538ee2beb1b7");
  }

  @Test
  void a_job_done_again_tells_its_events_under_the_same_id() {
    Event event = Samples.events().findFirst().orElseThrow();

    assertThat(JobId.of(event, Samples.HEADERS)).isEqualTo(JobId.of(event, Samples.HEADERS));
  }

  @Test
  void everything_on_the_bulk_lane_goes_by_user() {
    assertThat(Samples.jobs().map(job -> Topics.keyOf(job, Topics.BULK)))
        .containsOnly("u-1", "Zoë/1");
  }

  @Test
  void a_place_goes_by_its_cell() {
    assertThat(Samples.jobs().map(Topics::keyOf)).contains("p-1", "u-1", "r3gx2ux9");
  }

  private static ConsumerRecord<byte[], byte[]> delivered(ProducerRecord<byte[], byte[]> sent) {
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        0,
        Samples.NOON.plusSeconds(5).toEpochMilli(),
        TimestampType.CREATE_TIME,
        sent.key().length,
        sent.value().length,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }
}
