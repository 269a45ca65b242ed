package polo.fleet.edge.verbs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import polo.common.edge.json.Json;
import polo.fleet.edge.client.ApiClient;
import polo.fleet.edge.jobs.JobState;
import polo.fleet.edge.jobs.JobStatus;

/// `polo jobs`: what became of the latest jobs, asked of the API.
@Command(
    name = "jobs",
    description = {
      "Look at the latest jobs: which wait, which are done, which were given up and why.",
      "",
      "--json prints a job a line, as the API has it (contract/openapi.yaml)."
    },
    footer = {
      "%nExamples:",
      "  polo jobs list --user ada --state rejected",
      "  polo jobs show walk-1",
      "  polo jobs watch walk-1"
    })
public final class JobsVerb implements Runnable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  public JobsVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list, show or watch");
  }

  /// A list as the API answers it.
  private record Listed(List<JobStatus> jobs) {}

  @Command(name = "list", description = "List the latest jobs, latest first.")
  int list(
      @Mixin ApiOption api,
      @Option(names = "--state", description = "Only those: ${COMPLETION-CANDIDATES}.")
          @Nullable JobState state,
      @Option(names = "--user", paramLabel = "ID", description = "Only those of this user.")
          @Nullable String user,
      @Option(names = "--type", paramLabel = "TYPE", description = "Only those of this type.")
          @Nullable String type,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "Most jobs, up to 1000 (default: ${DEFAULT-VALUE}).")
          int limit,
      @Option(names = "--json", description = "Print a JSON object for each job.") boolean json)
      throws IOException {
    String query =
        "?limit="
            + limit
            + said("state", state == null ? null : JobLines.word(state))
            + said("user", user)
            + said("type", type);
    try (ApiClient client = api.client()) {
      List<JobStatus> jobs = client.get("/v1/jobs" + query).as(Listed.class).jobs();
      stdio.print(json ? jobs.stream().map(Json::line).toList() : JobLines.list(jobs));
      return ExitCode.OK;
    }
  }

  @Command(name = "show", description = "Tell all that is known of a job.")
  int show(
      @Mixin ApiOption api,
      @Parameters(paramLabel = "ID", description = "Its id (ce_id).") String id,
      @Option(names = "--json", description = "Print a JSON object.") boolean json)
      throws IOException {
    try (ApiClient client = api.client()) {
      JobStatus job = find(client, id);
      stdio.print(json ? List.of(Json.line(job)) : JobLines.whole(job));
      return ExitCode.OK;
    }
  }

  /// Until it is over; it fails when the job was given up.
  @Command(
      name = "watch",
      description = "Wait until a job is over, telling each change. Exit code 1: it was given up.")
  int watch(
      @Mixin ApiOption api,
      @Parameters(paramLabel = "ID", description = "Its id (ce_id).") String id,
      @Option(
              names = "--timeout",
              paramLabel = "SECONDS",
              defaultValue = "3600",
              description = "Give up waiting then, with exit code 1 (default: ${DEFAULT-VALUE}).")
          long timeout,
      @Option(names = "--json", description = "Print a JSON object for each change.") boolean json)
      throws IOException, InterruptedException {
    Instant until = Instant.now().plusSeconds(timeout);
    String said = "";
    try (ApiClient client = api.client()) {
      while (true) {
        JobStatus job = find(client, id);
        String news = json ? Json.line(job) : JobLines.news(job);
        if (!news.equals(said)) {
          stdio.print(List.of(news));
          said = news;
        }
        if (job.state().isOver()) {
          return job.state() == JobState.DONE ? ExitCode.OK : ExitCode.SOME_FAILED;
        }
        if (Instant.now().isAfter(until)) {
          stdio.say("polo: the job is not over after %d s".formatted(timeout));
          return ExitCode.SOME_FAILED;
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private static JobStatus find(ApiClient client, String id) throws IOException {
    return client.get("/v1/jobs/" + ApiClient.segment(id)).as(JobStatus.class);
  }

  private static String said(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + ApiClient.segment(value);
  }
}
