package polo.common.edge.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Walks and changes the members of a JSON object.
final class MemberTree {

  /// Decimals as they are written: what a patch does not touch must not lose digits.
  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private MemberTree() {}

  static ObjectNode read(byte[] json) {
    if (READER.readTree(json) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("not a JSON object, so it cannot be patched");
  }

  /// Changes `root`. Answers false when the patch must not be.
  static boolean apply(Patch patch, ObjectNode root) {
    List<String> names = MemberPath.names(patch.path());
    return switch (patch) {
      case Patch.Set(_, var json) -> {
        parent(root, names).set(names.getLast(), READER.readTree(json));
        yield true;
      }
      case Patch.Insert(_, var json) -> {
        ObjectNode parent = parent(root, names);
        boolean free = !parent.has(names.getLast());
        parent.set(names.getLast(), READER.readTree(json));
        yield free;
      }
      case Patch.Drop _ -> {
        drop(root, names);
        yield true;
      }
    };
  }

  private static ObjectNode parent(ObjectNode root, List<String> names) {
    ObjectNode node = root;
    for (String name : names.subList(0, names.size() - 1)) {
      JsonNode next = node.get(name);
      if (next == null) {
        node = node.putObject(name);
      } else if (next instanceof ObjectNode object) {
        node = object;
      } else {
        throw new IllegalArgumentException(
            "%s has no members, but %s leads through it".formatted(name, MemberPath.of(names)));
      }
    }
    return node;
  }

  private static void drop(ObjectNode root, List<String> names) {
    @Nullable JsonNode node = root;
    for (String name : names.subList(0, names.size() - 1)) {
      node = node == null ? null : node.get(name);
    }
    if (node instanceof ObjectNode parent) {
      parent.remove(names.getLast());
    }
  }
}
