package polo.fleet.edge.verbs;

import java.util.ArrayList;
import java.util.List;

/// Rows of text in columns, each as wide as its longest cell; the last is as long as it is.
final class Columns {

  private final List<List<String>> rows = new ArrayList<>();

  Columns(String... head) {
    rows.add(List.of(head));
  }

  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(List.copyOf(row));
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      line.append(row.get(column));
      if (column < row.size() - 1) {
        line.repeat(' ', widthOf(column) - row.get(column).length() + 2);
      }
    }
    return line.toString().stripTrailing();
  }

  private int widthOf(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
