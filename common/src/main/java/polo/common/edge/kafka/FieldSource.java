package polo.common.edge.kafka;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Where [Fields] finds values, and what a message calls them.
sealed interface FieldSource {

  @Nullable JsonNode value(String name);

  String path(String name);

  /// The properties of a JSON object; `prefix` is the path to it.
  record OfObject(JsonNode object, String prefix) implements FieldSource {
    @Override
    public @Nullable JsonNode value(String name) {
      return object.get(name);
    }

    @Override
    public String path(String name) {
      return prefix + name;
    }
  }

  /// The elements of a JSON array, named by their index.
  record OfList(JsonNode list, String prefix) implements FieldSource {
    @Override
    public @Nullable JsonNode value(String name) {
      return list.get(Integer.parseInt(name));
    }

    @Override
    public String path(String name) {
      return "%s[%s]".formatted(prefix, name);
    }
  }

  /// One row across columns, each column a JSON array.
  record OfRow(JsonNode columns, String prefix, int row) implements FieldSource {
    @Override
    public @Nullable JsonNode value(String name) {
      JsonNode column = columns.get(name);
      return column == null ? null : column.get(row);
    }

    @Override
    public String path(String name) {
      return "%s%s[%d]".formatted(prefix, name, row);
    }
  }

  /// The headers of a record.
  record OfHeaders(Map<String, String> headers) implements FieldSource {
    @Override
    public @Nullable JsonNode value(String name) {
      String value = headers.get(name);
      return value == null ? null : StringNode.valueOf(value);
    }

    @Override
    public String path(String name) {
      return "header " + name;
    }
  }
}
