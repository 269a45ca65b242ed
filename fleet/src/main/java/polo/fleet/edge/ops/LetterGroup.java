package polo.fleet.edge.ops;

import java.time.Instant;
import java.util.List;

/// Dead letters that were given up for the same reason.
///
/// @param users how many users they are of
/// @param types of job among them, in order
/// @param oldest when the first of them was given up
/// @param newest when the last was
/// @param mostReplays how often the most stubborn of them was put back
/// @param example the newest of them
/// @param message what was said of that one
public record LetterGroup(
    String reason,
    long letters,
    int users,
    List<String> types,
    Instant oldest,
    Instant newest,
    int mostReplays,
    LetterId example,
    String message) {

  public LetterGroup {
    types = List.copyOf(types);
  }
}
