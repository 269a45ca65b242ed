package polo.fleet.edge.verbs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.Origin;
import polo.fleet.edge.ops.Letter;
import polo.fleet.edge.ops.LetterGroup;
import polo.fleet.edge.ops.LetterId;
import polo.fleet.edge.ops.LetterState;

/// Dead letters as text, and in the shapes of `--json` (docs/operating.md).
final class LetterLines {

  private LetterLines() {}

  /// A letter in a list.
  record Row(
      LetterId id,
      LetterState state,
      String reason,
      String message,
      @Nullable String user,
      String type,
      String jobId,
      Instant at,
      int attempts,
      int replays) {

    static Row of(Letter letter) {
      return new Row(
          letter.id(),
          letter.state(),
          letter.reason(),
          letter.message(),
          letter.user().orElse(null),
          letter.type(),
          letter.jobId(),
          letter.at(),
          letter.told().map(told -> told.attempts().count()).orElse(0),
          letter.replays());
    }
  }

  /// All that is known of a letter.
  record Whole(
      Row letter,
      @Nullable Origin origin,
      @Nullable String worker,
      Attempts.@Nullable Failure first,
      String traceparent,
      Map<String, String> headers,
      @Nullable String key,
      int bodyBytes,
      @Nullable String body) {

    /// @param withBody positions of people are in it, so only who asks sees it
    static Whole of(Letter letter, boolean withBody) {
      byte @Nullable [] body = letter.record().value();
      byte @Nullable [] key = letter.record().key();
      return new Whole(
          Row.of(letter),
          letter.told().map(DeadLetter::origin).orElse(null),
          letter.told().map(DeadLetter::worker).orElse(null),
          letter.told().map(told -> told.attempts().first()).orElse(null),
          letter.traceparent(),
          letter.headers(),
          key == null ? null : new String(key, StandardCharsets.UTF_8),
          body == null ? 0 : body.length,
          body == null || !withBody ? null : new String(body, StandardCharsets.UTF_8));
    }
  }

  static List<String> groups(List<LetterGroup> groups) {
    Columns columns = new Columns("REASON", "LETTERS", "USERS", "FIRST", "LAST", "TYPES");
    for (LetterGroup group : groups) {
      columns.row(
          group.reason(),
          group.letters(),
          group.users(),
          time(group.oldest()),
          time(group.newest()),
          String.join(",", group.types()) + replayed(group.mostReplays()));
    }
    List<String> lines = new ArrayList<>();
    List<String> rows = columns.lines();
    lines.add(rows.getFirst());
    for (int row = 1; row < rows.size(); row++) {
      LetterGroup group = groups.get(row - 1);
      lines.add(rows.get(row));
      lines.add("  such as %s: %s".formatted(group.example(), group.message()));
    }
    return lines;
  }

  static List<String> rows(List<Row> rows) {
    Columns columns = new Columns("ID", "STATE", "AT", "REASON", "TYPE", "USER", "MESSAGE");
    for (Row row : rows) {
      columns.row(
          row.id(),
          word(row.state()),
          time(row.at()),
          row.reason(),
          row.type(),
          row.user() == null ? "?" : row.user(),
          row.message() + replayed(row.replays()));
    }
    return columns.lines();
  }

  static List<String> whole(Whole whole) {
    Row row = whole.letter();
    List<String> lines = new ArrayList<>();
    lines.add("letter    %s  %s".formatted(row.id(), word(row.state())));
    lines.add("reason    %s: %s".formatted(row.reason(), row.message()));
    lines.add("user      " + (row.user() == null ? "nobody can tell" : row.user()));
    lines.add("job       %s  %s".formatted(row.type(), row.jobId()));
    if (!whole.traceparent().isEmpty()) {
      lines.add("trace     " + whole.traceparent().split("-", 4)[1]);
    }
    Attempts.Failure first = whole.first();
    if (first != null) {
      lines.add("first     %s  %s".formatted(time(first.at()), first.code()));
    }
    lines.add("last      %s  %s".formatted(time(row.at()), row.reason()));
    lines.add("attempts  " + row.attempts() + replayed(row.replays()));
    Origin origin = whole.origin();
    if (origin != null) {
      lines.add(
          "from      %s partition %d offset %d"
              .formatted(origin.topic(), origin.partition(), origin.offset()));
    }
    if (whole.worker() != null) {
      lines.add("worker    " + whole.worker());
    }
    lines.add("key       " + whole.key());
    whole.headers().forEach((name, value) -> lines.add("header    %s: %s".formatted(name, value)));
    lines.add(
        whole.body() == null
            ? "body      %d bytes; --body shows them".formatted(whole.bodyBytes())
            : "body      " + whole.body());
    return lines;
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String word(LetterState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String replayed(int times) {
    return times == 0 ? "" : "  (put back %d times before)".formatted(times);
  }
}
