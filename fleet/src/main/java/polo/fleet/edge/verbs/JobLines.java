package polo.fleet.edge.verbs;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import polo.fleet.edge.jobs.JobState;
import polo.fleet.edge.jobs.JobStatus;

/// Jobs as text.
final class JobLines {

  private JobLines() {}

  /// A line for each.
  static List<String> list(List<JobStatus> jobs) {
    Columns columns = new Columns("ID", "STATE", "TYPE", "USER", "SENT", "TRIES", "REASON");
    jobs.forEach(job ->
        columns.row(
            job.id(),
            word(job.state()),
            job.type(),
            orDash(job.userId()),
            job.sentAt().truncatedTo(ChronoUnit.SECONDS),
            job.attempts(),
            job.reason() == null ? "" : job.reason().code()));
    return columns.lines();
  }

  /// All that is known of one.
  static List<String> whole(JobStatus job) {
    List<String> lines = new ArrayList<>();
    lines.add("job       %s".formatted(job.id()));
    lines.add("state     %s, attempts %d".formatted(word(job.state()), job.attempts()));
    add(lines, "reason", job.reason() == null ? null : reason(job.reason()));
    lines.add("type      %s, from %s".formatted(job.type(), job.source()));
    add(lines, "user", job.userId());
    add(lines, "sent", job.sentAt());
    add(lines, "ended", job.endedAt());
    add(lines, "again", job.nextAttemptAt());
    add(lines, "told", job.events().isEmpty() ? null : String.join(", ", job.events()));
    add(lines, "trace", job.traceId());
    lines.add(
        "lies at   %s/%d offset %d"
            .formatted(job.at().topic(), job.at().partition(), job.at().offset()));
    return lines;
  }

  /// What became of it lately, in a line.
  static String news(JobStatus job) {
    String reason = job.reason() == null ? "" : ": " + reason(job.reason());
    return "%s, attempts %d%s".formatted(word(job.state()), job.attempts(), reason);
  }

  static String word(JobState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String reason(JobStatus.Why why) {
    return why.code() + ", " + why.message();
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.add("%-9s %s".formatted(name, value));
    }
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "–" : text;
  }
}
