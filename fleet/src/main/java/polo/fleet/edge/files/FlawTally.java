package polo.fleet.edge.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts flawed rows by kind and remembers the first ones for people.
public final class FlawTally {

  private static final int NAMED = 20;

  private final Map<FlawKind, Long> counts = new EnumMap<>(FlawKind.class);
  private final List<String> named = new ArrayList<>();
  private long filesLost;

  public void add(Path file, Flaw flaw) {
    counts.merge(flaw.kind(), 1L, Long::sum);
    // A lost file is always worth a line.
    if (named.size() < NAMED || flaw.kind().endsFile()) {
      named.add("%s: %s".formatted(file, flaw));
    }
    if (flaw.kind().endsFile()) {
      filesLost++;
    }
  }

  /// Rows left out; files that could not be read are not rows.
  public long rows() {
    return counts.values().stream().mapToLong(Long::longValue).sum() - filesLost;
  }

  /// Files that could not be read, or not to their end.
  public long filesLost() {
    return filesLost;
  }

  /// What was left out, a line each: the first rows by name, then how many of each kind.
  public List<String> lines() {
    List<String> lines = new ArrayList<>(named);
    counts.forEach((kind, count) -> {
      if (!kind.endsFile()) {
        lines.add("%,d left out: %s".formatted(count, kind.words()));
      }
    });
    return List.copyOf(lines);
  }
}
