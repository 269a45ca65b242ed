package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.JobWriter;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.fleet.edge.jobs.JobBook;
import polo.fleet.edge.verbs.Stdio;
import tools.jackson.databind.JsonNode;

/// `polo jobs` on a running fleet.
class JobsVerbIT {

  private static final PhotoUploaded LOST =
      new PhotoUploaded(
          "ada",
          "p1",
          "originals/ada/p1.jpg",
          null,
          Instant.parse("2026-11-25T12:00:00Z"),
          null,
          PhotoPrivacy.STRIP);

  @TempDir static Path folder;
  private static TestFleet fleet;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    fleet = TestFleet.onSqlite(folder);
    send("pins of bob", new PinsChanged("bob"));
    send("lost-photo", LOST);
    awaitKnown("pins of bob");
    awaitKnown("lost-photo");
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  @Test
  void watching_ends_well_with_a_job_that_is_done() {
    int code = jobs("watch", "pins of bob");

    assertThat(code).isZero();
    assertThat(lines().getLast()).isEqualTo("done, attempts 1");
  }

  @Test
  void watching_fails_with_a_job_that_is_given_up() {
    int code = jobs("watch", "lost-photo", "--json");

    JsonNode last = json().getLast();

    assertThat(code).isEqualTo(1);
    assertThat(last.get("state").stringValue()).isEqualTo("rejected");
    assertThat(last.at("/reason/code").stringValue()).isEqualTo("BLOB_MISSING");
  }

  @Test
  void all_that_is_known_of_a_job_is_shown() {
    jobs("watch", "lost-photo");
    out.reset();

    int code = jobs("show", "lost-photo");

    assertThat(code).isZero();
    assertThat(lines())
        .contains("job       lost-photo", "user      ada")
        .anyMatch(line -> line.startsWith("reason    BLOB_MISSING, "));
  }

  @Test
  void jobs_are_listed_and_filtered() {
    jobs("watch", "pins of bob");
    jobs("watch", "lost-photo");
    out.reset();

    jobs("list", "--state", "rejected", "--user", "ada", "--json");
    assertThat(json()).extracting(job -> job.get("id").stringValue()).containsExactly("lost-photo");
    out.reset();

    jobs("list");
    assertThat(lines()).hasSize(3).first().asString().startsWith("ID");
  }

  @Test
  void an_unknown_job_is_said_to_be_unknown() {
    int code = jobs("show", "never-sent");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("no job of late has this id");
  }

  @Test
  void without_a_fleet_it_says_so() {
    int code = polo("jobs", "list", "--url", "http://127.0.0.1:1");

    assertThat(code).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("nobody answers at http://127.0.0.1:1");
  }

  private int jobs(String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of("jobs", verb));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", fleet.fleet().address().console()));
    return polo(all.toArray(String[]::new));
  }

  private int polo(String... arguments) {
    Stdio stdio = new Stdio(InputStream.nullInputStream(), out, new PrintStream(err, true, UTF_8));
    return Polo.commandLine(stdio).execute(arguments);
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private List<JsonNode> json() {
    return lines().stream().map(line -> Json.tree(line.getBytes(UTF_8))).toList();
  }

  private static void send(String id, Job job) {
    fleet
        .fleet()
        .part(JobProducer.class)
        .send(JobWriter.record(job, new JobHeaders(id, "test", Instant.now(), null)))
        .join();
  }

  /// Jobs that did not come by the API are known once they were read along.
  private static void awaitKnown(String id) {
    JobBook book = fleet.fleet().part(JobBook.class);
    await().atMost(Duration.ofMinutes(1)).until(() -> book.find(id).isPresent());
  }
}
