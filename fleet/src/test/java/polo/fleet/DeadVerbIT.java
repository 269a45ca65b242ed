package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.Topics;
import polo.common.job.JobHeaders;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.fleet.edge.verbs.Stdio;
import polo.testkit.sample.SampleJourney;
import tools.jackson.databind.JsonNode;

/// `polo dead` on a running fleet. The tests are one story: jobs die, are looked at, put back, die
/// again, and are dropped.
@TestMethodOrder(OrderAnnotation.class)
class DeadVerbIT {

  private static final PhotoUploaded PHOTO =
      new PhotoUploaded(
          "marco",
          "p1",
          "originals/marco/p1.jpg",
          null,
          Instant.parse("2026-11-25T12:00:00Z"),
          null,
          PhotoPrivacy.STRIP);

  @TempDir static Path folder;
  private static TestFleet fleet;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// Ten uploads that are no JSON, five by ada and five by bob, and a photo whose file is not
  /// there.
  @BeforeAll
  static void start() throws Exception {
    fleet = TestFleet.onSqlite(folder);
    JobProducer producer = fleet.fleet().part(JobProducer.class);
    IntStream.range(0, 10)
        .mapToObj(job ->
            new ProducerRecord<>(
                Topics.POINTS,
                null,
                bytes(job % 2 == 0 ? "ada" : "bob"),
                bytes("no JSON " + job),
                headers("job-" + job)))
        .map(producer::send)
        .toList()
        .forEach(sent -> sent.join());
    producer
        .send(JobWriter.record(PHOTO, new JobHeaders("job-photo", "test", Instant.now(), null)))
        .join();
    fleet.awaitIdle();
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  @Test
  @Order(1)
  void letters_are_counted_by_reason() {
    int code = dead("list", "--json");

    assertThat(code).isZero();
    assertThat(json())
        .extracting(group -> group.path("reason").asString())
        .containsExactly("BODY_NOT_JSON", "BLOB_MISSING");
    assertThat(json().getFirst().path("letters").asInt()).isEqualTo(10);
    assertThat(json().getFirst().path("users").asInt()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("11 dead letters");
  }

  @Test
  @Order(2)
  void filters_leave_out_what_is_not_meant() {
    dead("list", "--each", "--json", "--user", "ada", "--since", "1h");
    assertThat(json())
        .hasSize(5)
        .allSatisfy(row -> assertThat(row.path("user").asString()).isEqualTo("ada"));

    dead("list", "--each", "--json", "--type", "photo.uploaded");
    assertThat(json()).extracting(row -> row.path("jobId").asString()).containsExactly("job-photo");

    dead("list", "--each", "--since", "2100-01-01");
    assertThat(out.toString(UTF_8)).isEmpty();

    assertThat(dead("list", "--reason", "BAD_LUCK")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("no reason \"BAD_LUCK\"");
  }

  @Test
  @Order(3)
  void a_letter_tells_everything_but_its_body_unasked() {
    int code = dead("show", "job-3");

    assertThat(code).isZero();
    assertThat(out.toString(UTF_8))
        .contains("reason    BODY_NOT_JSON")
        .contains("from      polo.points.v1 partition")
        .contains("attempts  1")
        .contains("user      bob")
        .contains("9 bytes")
        .doesNotContain("no JSON 3");
    dead("show", "job-3", "--body");
    assertThat(out.toString(UTF_8)).contains("body      no JSON 3");
    assertThat(dead("show", "job-99")).isEqualTo(1);
  }

  @Test
  @Order(4)
  void nothing_is_settled_unasked() {
    assertThat(dead("drop")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("say which letters");

    assertThat(dead("drop", "--all", "--dry-run")).isZero();
    assertThat(err.toString(UTF_8)).contains("11 match");
    assertThat(out.toString(UTF_8)).isEqualTo("would drop 11\n");

    assertThat(said("n\n", "drop", "--all")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("11 match").contains("Drop them? [y/N]");

    assertThat(said("", "replay", "--all")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("nobody is there to ask");

    dead("list", "--json");
    assertThat(json()).hasSize(2);
    assertThat(out.toString(UTF_8)).contains("\"letters\":10");
  }

  @Test
  @Order(5)
  void a_photo_is_put_back_and_processed_once_its_file_is_there() throws Exception {
    fleet
        .fleet()
        .part(BlobStore.class)
        .put(PHOTO.blobKey(), SampleJourney.create().photos().getFirst().bytes());

    int code = said("y\n", "replay", "--type", "photo.uploaded", "--json");
    fleet.awaitIdle();

    assertThat(code).isZero();
    assertThat(json().getFirst().path("letters").path("done").asInt()).isEqualTo(1);
    assertThat(records(Topics.PHOTOS)).hasSize(2);
    assertThat(records(Topics.PHOTOS).getLast().value())
        .isEqualTo(records(Topics.PHOTOS).getFirst().value());
    assertThat(records(Topics.PHOTOS).getLast().key()).isEqualTo(bytes("p1"));
    assertThat(String.join("\n", fleet.export())).contains("\"p1\"");
    dead("list", "--type", "photo.uploaded");
    assertThat(err.toString(UTF_8)).contains("0 dead letters");
  }

  @Test
  @Order(6)
  void a_replay_is_the_original_with_a_count_and_happens_once() {
    assertThat(dead("replay", "--user", "ada", "--yes")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("replayed 5 of 5\n");
    fleet.awaitIdle();

    List<ConsumerRecord<byte[], byte[]>> replays =
        records(Topics.POINTS).stream()
            .filter(record -> text(record).containsKey("polo-replays"))
            .toList();
    assertThat(replays)
        .hasSize(5)
        .allSatisfy(record -> {
          assertThat(record.key()).isEqualTo(bytes("ada"));
          assertThat(new String(record.value(), UTF_8)).startsWith("no JSON ");
          assertThat(text(record))
              .containsEntry("polo-replays", "1")
              .containsEntry("x-mine", "kept")
              .doesNotContainKey("dead-reason-code");
        });
    // They died again: five new letters, and the old ones are not open any more.
    dead("list", "--each", "--json", "--user", "ada");
    assertThat(json())
        .hasSize(5)
        .allSatisfy(row -> assertThat(row.path("replays").asInt()).isEqualTo(1));
    dead("list", "--each", "--json", "--user", "ada", "--state", "replayed");
    assertThat(json()).hasSize(5);
    dead("show", "job-0", "--json");
    assertThat(json()).hasSize(2);
  }

  @Test
  @Order(7)
  void what_was_put_back_too_often_is_left_alone() {
    int code = dead("replay", "--user", "ada", "--yes", "--max-replays", "1");

    assertThat(code).isZero();
    assertThat(err.toString(UTF_8)).contains("5 more were put back too often");
    assertThat(out.toString(UTF_8)).isEqualTo("replayed 0 of 0\n");
  }

  @Test
  @Order(8)
  void a_replay_cut_short_before_or_after_its_sending_is_finished_once() throws Exception {
    // Two claims by people who died: one had sent, the other had not.
    List<JsonNode> bobs = eachOf("bob");
    JsonNode sent = bobs.get(0);
    JsonNode unsent = bobs.get(1);
    long before = records(Topics.POINTS).size();
    LeftClaims.leave(fleet, sent.path("id").asString(), true);
    LeftClaims.leave(fleet, unsent.path("id").asString(), false);

    int code =
        dead(
            "replay",
            "--id",
            sent.path("id").asString() + "," + unsent.path("id").asString(),
            "--yes");
    fleet.awaitIdle();

    assertThat(code).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("replayed 2 of 2\n");
    assertThat(records(Topics.POINTS)).hasSize((int) before + 2);
  }

  @Test
  @Order(9)
  void what_is_dropped_is_closed_and_still_there_to_see() throws Exception {
    long letters = fleet.deadLetters();

    assertThat(said("yes\n", "drop", "--all")).isZero();

    assertThat(out.toString(UTF_8)).isEqualTo("dropped 10 of 10\n");
    dead("list");
    assertThat(err.toString(UTF_8)).contains("0 dead letters");
    dead("list", "--each", "--json", "--state", "dropped");
    assertThat(json()).hasSize(10);
    assertThat(fleet.deadLetters()).isEqualTo(letters);
    assertThat(dead("drop", "--all", "--yes")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("dropped 0 of 0\n");
  }

  private List<JsonNode> eachOf(String user) {
    dead("list", "--each", "--json", "--user", user);
    return json();
  }

  private int dead(String... arguments) {
    return said("", arguments);
  }

  private int said(String input, String... arguments) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("dead", arguments[0], "--data", folder.toString()));
    all.addAll(List.of(arguments).subList(1, arguments.length));
    return Polo.commandLine(
            new Stdio(
                new ByteArrayInputStream(bytes(input)), out, new PrintStream(err, true, UTF_8)))
        .execute(all.toArray(String[]::new));
  }

  private List<JsonNode> json() {
    return out.toString(UTF_8).lines().map(line -> Json.tree(bytes(line))).toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    return LeftClaims.records(fleet, topic);
  }

  private static Map<String, String> text(ConsumerRecord<?, ?> record) {
    return CloudEventHeaders.textOf(record.headers());
  }

  private static Headers headers(String id) {
    Headers headers = new RecordHeaders();
    headers
        .add("ce_specversion", bytes("1.0"))
        .add("ce_id", bytes(id))
        .add("ce_source", bytes("test"))
        .add("ce_type", bytes("points.uploaded"))
        .add("x-mine", bytes("kept"));
    return headers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
