package polo.testkit.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;

/// The JSON Schemas of `contract/schemas`, formats taken at their word.
final class Schemas {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaLoader(loader ->
                  loader
                      .fetchRemoteResources()
                      .block(address -> !address.toString().startsWith("file:"))));

  private Schemas() {}

  /// What the schema of a type has against a body; nothing when it is valid.
  static List<Error> problems(String type, JsonNode body) {
    return schema(type)
        .validate(
            body,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  static List<Error> problems(String type, byte[] body) {
    return problems(type, Json.tree(body));
  }

  static List<Error> problemsOfHeaders(Map<String, String> headers) {
    return problems("headers", Json.mapper().valueToTree(headers));
  }

  private static Schema schema(String name) {
    String file =
        Example.CONTRACT
            .resolve("schemas")
            .resolve(name + ".json")
            .toAbsolutePath()
            .normalize()
            .toUri()
            .toString();
    return REGISTRY.getSchema(SchemaLocation.of(file));
  }
}
