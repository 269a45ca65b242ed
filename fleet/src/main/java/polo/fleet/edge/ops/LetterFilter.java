package polo.fleet.edge.ops;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which dead letters are meant: those that pass every part. An empty part lets all pass.
///
/// @param reasons names of reason codes, in any case
/// @param users their ids
/// @param types of job, by wire name
/// @param since leaves out what was given up before; null for nothing
/// @param ids of letters, or of jobs
/// @param states what became of them
/// @param maxReplays leaves out what was put back more often
public record LetterFilter(
    Set<String> reasons,
    Set<String> users,
    Set<String> types,
    @Nullable Instant since,
    Set<String> ids,
    Set<LetterState> states,
    int maxReplays) {

  /// Every letter nobody has decided about.
  public static final LetterFilter OPEN =
      new LetterFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          null,
          Set.of(),
          Set.of(LetterState.OPEN, LetterState.UNDER_WAY),
          Integer.MAX_VALUE);

  public LetterFilter {
    reasons = Set.copyOf(reasons);
    users = Set.copyOf(users);
    types = Set.copyOf(types);
    ids = Set.copyOf(ids);
    states = Set.copyOf(states);
  }

  /// Those of these letters or jobs, whatever became of them.
  public static LetterFilter ofIds(Set<String> ids) {
    return new LetterFilter(
        Set.of(), Set.of(), Set.of(), null, ids, Set.of(LetterState.values()), Integer.MAX_VALUE);
  }

  public LetterFilter in(Set<LetterState> others) {
    return new LetterFilter(reasons, users, types, since, ids, others, maxReplays);
  }

  public LetterFilter replayedAtMost(int times) {
    return new LetterFilter(reasons, users, types, since, ids, states, times);
  }

  /// True when it says nothing about which, so that it means all of them.
  public boolean isForAll() {
    return reasons.isEmpty()
        && users.isEmpty()
        && types.isEmpty()
        && since == null
        && ids.isEmpty();
  }

  public boolean matches(Letter letter) {
    return isMeant(letter) && letter.replays() <= maxReplays;
  }

  /// The same, however often it was put back.
  boolean isMeant(Letter letter) {
    return (states.isEmpty() || states.contains(letter.state()))
        && (reasons.isEmpty() || reasons.stream().anyMatch(letter.reason()::equalsIgnoreCase))
        && (users.isEmpty() || letter.user().filter(users::contains).isPresent())
        && (types.isEmpty() || types.contains(letter.type()))
        && (since == null || !letter.at().isBefore(since))
        && (ids.isEmpty() || ids.contains(letter.id().toString()) || ids.contains(letter.jobId()));
  }
}
