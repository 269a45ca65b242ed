package polo.fleet.edge.ops;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Counts dead letters by reason while they go by; keeps none of their bodies.
final class LetterTally {

  private final Map<String, Group> groups = new HashMap<>();

  void add(Letter letter) {
    groups.computeIfAbsent(letter.reason(), _ -> new Group(letter)).add(letter);
  }

  long letters() {
    return groups.values().stream().mapToLong(group -> group.letters).sum();
  }

  /// The largest first.
  List<LetterGroup> groups() {
    return groups.entrySet().stream()
        .map(entry -> entry.getValue().named(entry.getKey()))
        .sorted(
            Comparator.comparingLong(LetterGroup::letters)
                .reversed()
                .thenComparing(LetterGroup::reason))
        .toList();
  }

  private static final class Group {
    private final Set<String> users = new HashSet<>();
    private final Set<String> types = new TreeSet<>();
    private long letters;
    private int mostReplays;
    private Summary oldest;
    private Summary newest;

    Group(Letter first) {
      oldest = Summary.of(first);
      newest = oldest;
    }

    void add(Letter letter) {
      letters++;
      letter.user().ifPresent(users::add);
      types.add(letter.type().isEmpty() ? "none" : letter.type());
      mostReplays = Math.max(mostReplays, letter.replays());
      Summary summary = Summary.of(letter);
      oldest = summary.at().isBefore(oldest.at()) ? summary : oldest;
      newest = summary.at().isAfter(newest.at()) ? summary : newest;
    }

    LetterGroup named(String reason) {
      return new LetterGroup(
          reason,
          letters,
          users.size(),
          List.copyOf(types),
          oldest.at(),
          newest.at(),
          mostReplays,
          newest.id(),
          newest.message());
    }
  }

  private record Summary(Instant at, LetterId id, String message) {
    static Summary of(Letter letter) {
      return new Summary(letter.at(), letter.id(), letter.message());
    }
  }
}
