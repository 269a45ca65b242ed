package polo.geo.edge.gazetteer;

import java.util.ArrayList;
import java.util.List;

/// Lines of a text. Plain loops, since the first stream in a process costs more than reading the
/// gazetteer's ten thousand lines.
final class Lines {

  private Lines() {}

  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      if (end < 0) {
        end = text.length();
      }
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    return lines;
  }
}
