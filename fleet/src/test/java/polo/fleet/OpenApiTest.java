package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the API's description says is what is served, and the reverse.
class OpenApiTest {

  private static final Path FILE = Path.of("../contract/openapi.yaml");

  @Test
  void every_route_is_described_and_every_description_is_a_route()
      throws IOException, ClassNotFoundException {
    assertThat(described()).isEqualTo(served());
  }

  @Test
  void every_example_keeps_to_its_schema() throws IOException {
    JsonNode document = new YAMLMapper().readTree(Files.readString(FILE));
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    List<JsonNode> pairs =
        document.findParents("example").stream()
            .filter(pair -> !pair.get("schema").path("$ref").asString("").startsWith("schemas/"))
            .toList();

    assertThat(pairs).hasSizeGreaterThan(4);
    for (JsonNode pair : pairs) {
      ObjectNode schema = ((ObjectNode) pair.get("schema")).deepCopy();
      schema.set("components", document.get("components"));
      assertThat(registry.getSchema(schema).validate(pair.get("example"))).isEmpty();
    }
  }

  private static Set<String> described() throws IOException {
    JsonNode paths = new YAMLMapper().readTree(Files.readString(FILE)).get("paths");
    Set<String> routes = new TreeSet<>();
    for (String path : paths.propertyNames()) {
      for (String method : paths.get(path).propertyNames()) {
        routes.add(method.toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return routes;
  }

  private static Set<String> served() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    Set<String> routes = new TreeSet<>();
    for (var found : scan.findCandidateComponents("polo.fleet.edge")) {
      Class<?> controller = Class.forName(found.getBeanClassName());
      if (controller.getEnclosingClass() == null) {
        for (Method method : controller.getDeclaredMethods()) {
          add(method, routes);
        }
      }
    }
    return routes;
  }

  private static void add(Method method, Set<String> routes) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    if (mapping != null) {
      for (String path : mapping.path()) {
        for (RequestMethod verb : mapping.method()) {
          if (path.startsWith("/v1/")) {
            routes.add(verb + " " + path);
          }
        }
      }
    }
  }
}
