package polo.fleet.edge.chaos;

import java.util.ArrayList;
import java.util.List;

/// What a run did to the promise that a job is never lost and its effect happens once.
///
/// @param lost fixes that were sent and are nowhere, good jobs that were given up, items of which
///   no event told, poison without a dead letter
/// @param doubled fixes nobody sent, items that are there twice, second dead letters
/// @param differing users whose documents are not what a quiet derivation of their fixes says, and
///   dead letters for a wrong reason
/// @param details the first of them, in words
record Verdict(int lost, int doubled, int differing, List<String> details) {

  static final Verdict GOOD = new Verdict(0, 0, 0, List.of());

  private static final int DETAILS = 10;

  Verdict {
    details = details.stream().limit(DETAILS).toList();
  }

  static Verdict lost(int count, String detail) {
    return new Verdict(count, 0, 0, List.of(detail));
  }

  static Verdict doubled(int count, String detail) {
    return new Verdict(0, count, 0, List.of(detail));
  }

  static Verdict differing(String detail) {
    return new Verdict(0, 0, 1, List.of(detail));
  }

  Verdict and(Verdict other) {
    List<String> all = new ArrayList<>(details);
    all.addAll(other.details);
    return new Verdict(
        lost + other.lost, doubled + other.doubled, differing + other.differing, all);
  }

  boolean isGood() {
    return lost == 0 && doubled == 0 && differing == 0;
  }

  String line() {
    return "lost %d, doubled %d, differing %d".formatted(lost, doubled, differing);
  }
}
