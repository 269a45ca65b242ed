package polo.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import polo.common.edge.kafka.EventReader;
import polo.common.edge.kafka.EventWriter;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.Topics;
import polo.common.job.Event;
import polo.common.job.ParsedEvent;
import polo.common.job.ParsedJob;
import polo.common.job.ParsedPoints;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Whatever comes, reading answers: 40 seeds, more than 16 000 messages.
class HostileInputTest {

  private static final int ROUNDS = 5;
  private static final List<Example> EXAMPLES = Example.valid().toList();
  private static final Example UPLOAD = Example.of("valid/points.uploaded-as-columns.json");

  private final JobReader jobs = JobReader.standard();
  private final EventReader events = EventReader.standard();

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void random_bytes_are_answered_with_a_reason(int seed) {
    Mutation mutation = new Mutation(new Random(seed));
    Map<String, String> headers = UPLOAD.headers();

    List<ParsedJob> answers =
        Stream.generate(() -> jobs.read(mutation.randomBytes(300), headers, Topics.POINTS))
            .limit(10L * ROUNDS)
            .toList();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(ParsedJob.Invalid.class));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_body_that_was_cut_short_is_answered(int seed) {
    Mutation mutation = new Mutation(new Random(seed));

    messages()
        .forEach(example ->
            assertAnswered(example, mutation.truncated(example.bytes()), example.headers()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_body_with_a_few_other_bytes_is_answered(int seed) {
    Mutation mutation = new Mutation(new Random(seed));

    messages()
        .forEach(example ->
            assertAnswered(example, mutation.flipped(example.bytes()), example.headers()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_body_with_another_value_somewhere_is_answered(int seed) {
    Mutation mutation = new Mutation(new Random(seed));

    messages()
        .forEach(example ->
            assertAnswered(example, mutation.spliced(example.bytes()), example.headers()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void headers_with_another_value_are_answered(int seed) {
    Mutation mutation = new Mutation(new Random(seed));

    messages()
        .forEach(example ->
            assertAnswered(example, example.bytes(), mutation.headers(example.headers())));
  }

  @Test
  void a_body_over_the_limit_is_not_even_parsed() {
    byte[] body = " ".repeat(1025).getBytes(StandardCharsets.UTF_8);

    ParsedJob read = new JobReader(1024, 1024).read(body, Map.of(), Topics.POINTS);

    assertThat(read)
        .isEqualTo(
            new ParsedJob.Invalid(
                new Reason(
                    ReasonCode.BODY_TOO_LARGE, "the body has 1025 bytes, at most 1024 are read")));
  }

  @Test
  void a_body_of_nothing_but_open_brackets_is_not_json() {
    byte[] body = "{\"a\":".repeat(200_000).getBytes(StandardCharsets.UTF_8);

    ParsedPoints read = jobs.readPoints(body);

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedPoints.Invalid.class,
            invalid -> assertThat(invalid.reason().code()).isEqualTo(ReasonCode.BODY_NOT_JSON));
  }

  @Test
  void of_many_bad_fixes_the_first_twenty_are_named() {
    String body =
        """
        {"userId": "u-1", "deviceId": "phone", "columns": {
          "time": [%s 1784030381000], "lat": [%s 48.8], "lon": [%s 2.3]}}
        """
            .formatted("1784030381000,".repeat(35), "91,".repeat(35), "2.3,".repeat(35));

    ParsedJob read =
        jobs.read(body.getBytes(StandardCharsets.UTF_8), UPLOAD.headers(), Topics.POINTS);

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedJob.Valid.class,
            valid ->
                assertThat(valid.flaws())
                    .hasSize(21)
                    .startsWith(flaw("columns.lat[0] is 91, not a latitude"))
                    .endsWith(flaw("and 15 more")));
  }

  /// Every valid example, a few times.
  private static Stream<Example> messages() {
    return IntStream.range(0, ROUNDS).boxed().flatMap(_ -> EXAMPLES.stream());
  }

  /// Neither reader throws, reasons are short and can be told as an event, and what counts as valid
  /// can be written and read again.
  private void assertAnswered(Example example, byte[] body, Map<String, String> headers) {
    switch (jobs.read(body, headers, example.topic())) {
      case ParsedJob.Invalid(var reason) -> assertCanBeTold(reason);
      case ParsedJob.Valid(var job, var attributes, var flaws) -> {
        flaws.forEach(this::assertCanBeTold);
        assertThat(
                jobs.read(JobWriter.body(job), JobWriter.headers(job, attributes), example.topic()))
            .isEqualTo(new ParsedJob.Valid(job, attributes, List.of()));
      }
    }
    assertThat(events.read(body, headers)).isNotNull();
    assertThat(jobs.readPoints(body)).isNotNull();
    assertThat(jobs.userOf(body)).isNotNull();
  }

  private void assertCanBeTold(Reason reason) {
    Event event = new Event.JobRejected("u-1", "j-1", "points.uploaded", reason);

    assertThat(reason.message()).hasSizeLessThan(300);
    assertThat(events.read(EventWriter.body(event), EventWriter.headers(event, Samples.HEADERS)))
        .isEqualTo(new ParsedEvent.Valid(event, Samples.HEADERS));
  }

  private static Reason flaw(String message) {
    return new Reason(ReasonCode.FIX_INVALID, message);
  }
}
