package polo.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.kafka.EventReader;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Topics;
import polo.common.job.Event;
import polo.common.job.Job;
import polo.common.job.JobType;
import polo.common.job.ParsedEvent;
import polo.common.job.ParsedJob;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// The examples people read are the messages Polo reads.
class ExamplesTest {

  private static final String PACKAGE = "polo.testkit.contract.Example#";

  private final JobReader jobs = JobReader.standard();
  private final EventReader events = EventReader.standard();

  @ParameterizedTest
  @MethodSource(PACKAGE + "valid")
  void a_valid_example_keeps_to_its_schema(Example example) {
    assertThat(Schemas.problems(example.type(), example.body())).isEmpty();
    assertThat(Schemas.problemsOfHeaders(example.headers())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "validJobs")
  void a_valid_job_is_read_without_a_flaw_and_travels_under_its_key(Example example) {
    ParsedJob read = jobs.read(example.record());

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedJob.Valid.class,
            valid -> {
              assertThat(valid.flaws()).isEmpty();
              assertThat(Topics.keyOf(valid.job(), example.topic())).isEqualTo(example.key());
            });
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "validEvents")
  void a_valid_event_is_read_and_travels_under_its_user(Example example) {
    ParsedEvent read = events.read(example.record());

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedEvent.Valid.class,
            valid -> assertThat(valid.event().userId()).isEqualTo(example.key()));
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "invalidJobs")
  void an_invalid_job_is_refused_with_its_reason(Example example) {
    ParsedJob read = jobs.read(example.record());

    assertThat(read).isEqualTo(new ParsedJob.Invalid(expectedReason(example)));
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "invalidEvents")
  void an_invalid_event_is_refused_with_its_reason(Example example) {
    ParsedEvent read = events.read(example.record());

    assertThat(read).isEqualTo(new ParsedEvent.Invalid(expectedReason(example)));
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "flawed")
  void of_a_flawed_upload_the_good_fixes_are_taken_and_the_bad_ones_named(Example example) {
    List<Reason> flaws =
        example
            .expected()
            .get("flaws")
            .valueStream()
            .map(flaw -> new Reason(ReasonCode.FIX_INVALID, flaw.stringValue()))
            .toList();

    ParsedJob read = jobs.read(example.record());

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedJob.Valid.class,
            valid -> {
              assertThat(valid.flaws()).isEqualTo(flaws);
              assertThat(((PointsUploaded) valid.job()).fixes())
                  .hasSize(example.expected().get("fixes").intValue());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blob-outside-the-store",
        "column-missing",
        "fixes-and-blob",
        "fixes-empty",
        "no-fix-is-valid",
        "photo-privacy-unknown",
        "place-beyond-the-pole",
        "user-missing",
        "user-not-text",
        "user-with-a-line-break"
      })
  void the_schema_refuses_what_a_schema_can_refuse(String name) {
    Example example = Example.of("invalid/%s.json".formatted(name));

    assertThat(Schemas.problems(example.type(), example.body())).isNotEmpty();
  }

  @Test
  void objects_and_columns_say_the_same() {
    Example objects = Example.of("valid/points.uploaded-as-objects.json");
    Example columns = Example.of("valid/points.uploaded-as-columns.json");

    assertThat(jobOf(columns)).isEqualTo(jobOf(objects));
  }

  @Test
  void there_is_an_example_of_every_job_and_every_event() {
    Set<String> types = Example.valid().map(Example::type).collect(Collectors.toSet());

    assertThat(types).containsAll(Samples.events().map(Event::type).toList());
    assertThat(types)
        .containsAll(EnumSet.allOf(JobType.class).stream().map(JobType::wireName).toList());
  }

  @Test
  void there_is_an_example_of_every_reason_to_refuse_a_body() {
    Set<ReasonCode> codes =
        Example.invalid()
            .map(ExamplesTest::expectedReason)
            .map(Reason::code)
            .collect(Collectors.toSet());

    assertThat(codes)
        .containsExactlyInAnyOrder(
            ReasonCode.BODY_EMPTY,
            ReasonCode.BODY_NOT_JSON,
            ReasonCode.TYPE_MISSING,
            ReasonCode.TYPE_UNKNOWN,
            ReasonCode.TYPE_NOT_ON_THIS_TOPIC,
            ReasonCode.FIELD_MISSING,
            ReasonCode.FIELD_INVALID,
            ReasonCode.FIX_INVALID);
  }

  private Job jobOf(Example example) {
    return ((ParsedJob.Valid) jobs.read(example.record())).job();
  }

  private static Reason expectedReason(Example example) {
    return new Reason(
        ReasonCode.valueOf(example.expected().get("code").stringValue()),
        example.expected().get("message").stringValue());
  }
}
