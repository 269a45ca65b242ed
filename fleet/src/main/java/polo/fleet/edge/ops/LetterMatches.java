package polo.fleet.edge.ops;

import java.util.List;

/// The dead letters somebody means, as they were when looked at: what is given up later is not
/// among them.
///
/// @param letters how many
/// @param stubborn how many more there would be, had they not been put back too often already
/// @param groups of them by reason, the largest first
public record LetterMatches(
    LetterFilter filter, TopicSpan span, long letters, long stubborn, List<LetterGroup> groups) {

  public LetterMatches {
    groups = List.copyOf(groups);
  }
}
