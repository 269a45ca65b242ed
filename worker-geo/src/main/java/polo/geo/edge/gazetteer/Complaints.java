package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was wrong with the rows and shapes of files: all counted by reason, the first few named, so
/// that a report stays readable when a million rows are of no use.
final class Complaints {

  private static final int NAMED = 5;

  private record Cause(String file, String reason) implements Comparable<Cause> {
    @Override
    public int compareTo(Cause other) {
      int byFile = file.compareTo(other.file);
      return byFile != 0 ? byFile : reason.compareTo(other.reason);
    }
  }

  private static final class Tally {
    private final List<String> named = new ArrayList<>();
    private int count;
  }

  private final Map<Cause, Tally> tallies = new TreeMap<>();

  /// @param where the row or shape, and what it holds
  void add(String file, String reason, String where) {
    Tally tally = tallies.computeIfAbsent(new Cause(file, reason), unseen -> new Tally());
    tally.count++;
    if (tally.named.size() < NAMED) {
      tally.named.add(where);
    }
  }

  List<ImportReport.Problem> all() {
    return tallies.entrySet().stream()
        .map(entry ->
            new ImportReport.Problem(
                entry.getKey().file(),
                entry.getKey().reason(),
                entry.getValue().count,
                entry.getValue().named))
        .toList();
  }
}
