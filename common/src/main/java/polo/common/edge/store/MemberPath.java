package polo.common.edge.store;

import java.util.ArrayList;
import java.util.List;

/// Paths of member names as [Patch] has them, which is how Couchbase reads them too.
final class MemberPath {

  /// As deep as Couchbase goes.
  private static final int MAX_DEPTH = 32;

  private MemberPath() {}

  static String of(List<String> names) {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      path.append(path.isEmpty() ? "" : ".").append(quoted(name));
    }
    return path.toString();
  }

  /// The names of a path. Throws `IllegalArgumentException` when it is none.
  static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int cursor = 0;
    while (cursor <= path.length()) {
      StringBuilder name = new StringBuilder();
      cursor = readName(path, cursor, name) + 1;
      names.add(name.toString());
    }
    if (names.size() > MAX_DEPTH) {
      throw notAPath(path);
    }
    return names;
  }

  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == '.' || c == '[' || c == ']' || c == '`');
    return plain ? name : '`' + name.replace("`", "``") + '`';
  }

  /// Answers where the name ends: at a dot or at the path's end.
  private static int readName(String path, int from, StringBuilder name) {
    boolean quoted = from < path.length() && path.charAt(from) == '`';
    int end = quoted ? readQuoted(path, from + 1, name) : readPlain(path, from, name);
    boolean ends = end == path.length() || path.charAt(end) == '.';
    if (!ends || name.isEmpty()) {
      throw notAPath(path);
    }
    return end;
  }

  private static int readPlain(String path, int from, StringBuilder name) {
    int end = from;
    while (end < path.length() && ".[]`".indexOf(path.charAt(end)) < 0) {
      name.append(path.charAt(end++));
    }
    return end;
  }

  private static int readQuoted(String path, int from, StringBuilder name) {
    int cursor = from;
    while (cursor < path.length()) {
      char c = path.charAt(cursor++);
      boolean twice = c == '`' && cursor < path.length() && path.charAt(cursor) == '`';
      if (c == '`' && !twice) {
        return cursor;
      }
      cursor += twice ? 1 : 0;
      name.append(c);
    }
    throw notAPath(path);
  }

  private static IllegalArgumentException notAPath(String path) {
    return new IllegalArgumentException("not a path of member names: " + path);
  }
}
