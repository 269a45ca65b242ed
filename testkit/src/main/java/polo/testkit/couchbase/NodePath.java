package polo.testkit.couchbase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Paths as the server reads them: names joined by dots, indexes in brackets (a negative one counts
/// from the end), names with such characters in backticks, a backtick among them twice.
final class NodePath {

  static final int DICT_ADD = 0xc7;
  static final int DICT_UPSERT = 0xc8;
  static final int DELETE = 0xc9;
  static final int REPLACE = 0xca;

  private static final int MAX_DEPTH = 32;

  private NodePath() {}

  /// The steps, each a `String` or an `Integer`; empty when it is not a path.
  static List<Object> parse(String path) {
    List<Object> steps = new ArrayList<>();
    int cursor = 0;
    while (cursor < path.length()) {
      char c = path.charAt(cursor);
      if (c == '.') {
        cursor++;
      } else if (c == '[') {
        int end = path.indexOf(']', cursor);
        steps.add(Integer.valueOf(path.substring(cursor + 1, end)));
        cursor = end + 1;
      } else {
        StringBuilder name = new StringBuilder();
        cursor = readName(path, cursor, name);
        steps.add(name.toString());
      }
    }
    return steps.size() > MAX_DEPTH ? List.of() : steps;
  }

  static @Nullable JsonNode find(JsonNode root, List<Object> path) {
    @Nullable JsonNode node = root;
    for (Object step : path) {
      node = step(node, step);
    }
    return node;
  }

  /// Changes `root` by one mutation.
  static Status change(
      JsonNode root,
      List<Object> path,
      int code,
      boolean createsParents,
      ObjectReader reader,
      byte[] value) {
    JsonNode parent = root;
    for (Object step : path.subList(0, path.size() - 1)) {
      @Nullable JsonNode next = step(parent, step);
      if (next == null && !fits(parent, step)) {
        return Status.PATH_MISMATCH;
      }
      if (next == null) {
        if (!createsParents || !(parent instanceof ObjectNode object)) {
          return Status.PATH_NOT_FOUND;
        }
        next = object.putObject((String) step);
      }
      parent = next;
    }
    return changeLeaf(parent, path.getLast(), code, reader, value);
  }

  private static Status changeLeaf(
      JsonNode parent, Object step, int code, ObjectReader reader, byte[] value) {
    if (!fits(parent, step)) {
      return Status.PATH_MISMATCH;
    }
    boolean there = step(parent, step) != null;
    return switch (code) {
      case DICT_ADD -> there ? Status.PATH_EXISTS : put(parent, step, reader.readTree(value));
      case DICT_UPSERT -> put(parent, step, reader.readTree(value));
      case REPLACE -> there ? put(parent, step, reader.readTree(value)) : Status.PATH_NOT_FOUND;
      case DELETE -> there ? remove(parent, step) : Status.PATH_NOT_FOUND;
      default -> Status.INVALID;
    };
  }

  private static Status put(JsonNode parent, Object step, JsonNode value) {
    switch (parent) {
      case ObjectNode object -> object.set((String) step, value);
      case ArrayNode array -> array.set(index(array, (Integer) step), value);
      default -> throw new IllegalStateException("checked before: " + parent.getNodeType());
    }
    return Status.SUCCESS;
  }

  private static Status remove(JsonNode parent, Object step) {
    switch (parent) {
      case ObjectNode object -> object.remove((String) step);
      case ArrayNode array -> array.remove(index(array, (Integer) step));
      default -> throw new IllegalStateException("checked before: " + parent.getNodeType());
    }
    return Status.SUCCESS;
  }

  private static boolean fits(JsonNode parent, Object step) {
    return parent instanceof ObjectNode && step instanceof String
        || parent instanceof ArrayNode && step instanceof Integer;
  }

  private static @Nullable JsonNode step(@Nullable JsonNode node, Object step) {
    if (node instanceof ObjectNode object && step instanceof String name) {
      return object.get(name);
    }
    if (node instanceof ArrayNode array && step instanceof Integer index) {
      return array.get(index(array, index));
    }
    return null;
  }

  private static int index(ArrayNode array, int index) {
    return index < 0 ? array.size() + index : index;
  }

  private static int readName(String path, int from, StringBuilder name) {
    boolean quoted = path.charAt(from) == '`';
    int cursor = quoted ? from + 1 : from;
    while (cursor < path.length()) {
      char c = path.charAt(cursor);
      if (quoted && c == '`') {
        boolean twice = cursor + 1 < path.length() && path.charAt(cursor + 1) == '`';
        if (!twice) {
          return cursor + 1;
        }
        cursor++;
      } else if (!quoted && (c == '.' || c == '[')) {
        return cursor;
      }
      name.append(c);
      cursor++;
    }
    return cursor;
  }
}
