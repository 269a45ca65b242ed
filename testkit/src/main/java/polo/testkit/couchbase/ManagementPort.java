package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The management port: the bucket's settings, scopes and collections; and beside them the query
/// service, which takes statements about indexes, remembers them and answers that no index exists.
final class ManagementPort implements AutoCloseable {

  static final String VERSION = "7.6.2-double";

  private static final String BUCKETS = "/pools/default/buckets/";

  private final BucketSettings bucket;
  private final Manifest manifest;
  private final String authorization;
  private final List<String> statements;
  private final HttpServer server;

  private ManagementPort(Node node, List<String> statements, HttpServer server) {
    this.bucket = node.bucket();
    this.manifest = node.manifest();
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((node.user() + ":" + node.password()).getBytes(UTF_8));
    this.statements = statements;
    this.server = server;
  }

  /// Opens it on `port`, or on any free one for 0.
  static ManagementPort open(Node node, int port, CopyOnWriteArrayList<String> statements)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ManagementPort management = new ManagementPort(node, statements, server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", management::serve);
    server.start();
    return management;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Answer(int code, String body) {

    static Answer ok(String body) {
      return new Answer(200, body);
    }

    static Answer refused(String why) {
      return new Answer(400, "{\"errors\":{\"_\":" + Json.line(why) + "}}");
    }

    static Answer missing(String what) {
      return new Answer(404, "{\"errors\":{\"_\":" + Json.line(what) + "}}");
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean known = authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer =
        known
            ? answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body)
            : new Answer(401, "Unauthorized");
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.code(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answer(String method, String path, String body) {
    String here = BUCKETS + bucket.name();
    if (path.equals("/pools")) {
      return Answer.ok("{\"implementationVersion\":\"" + VERSION + "\",\"isEnterprise\":true}");
    }
    if (path.equals(here)) {
      return Answer.ok(bucketJson());
    }
    if (path.equals(here + "/scopes")) {
      return method.equals("GET") ? Answer.ok(manifest.json()) : createScope(field(body, "name"));
    }
    if (path.startsWith(here + "/scopes/")) {
      return collection(method, path.substring((here + "/scopes/").length()).split("/", -1), body);
    }
    if (path.equals("/query/service")) {
      return query(Json.tree(body.getBytes(UTF_8)));
    }
    if (path.equals("/admin/ping")) {
      return Answer.ok("{}");
    }
    return Answer.missing("Requested resource not found.");
  }

  private Answer createScope(String scope) {
    return manifest.createScope(scope)
        ? Answer.ok(uid())
        : Answer.refused("Scope with name \"" + scope + "\" already exists");
  }

  /// `{scope}/collections` or `{scope}/collections/{collection}`.
  private Answer collection(String method, String[] path, String body) {
    String scope = path[0];
    if (!manifest.hasScope(scope)) {
      return Answer.missing("Scope with name \"" + scope + "\" is not found");
    }
    if (method.equals("DELETE")) {
      return manifest.dropCollection(scope, path[2])
          ? Answer.ok(uid())
          : Answer.missing("Collection with name \"" + path[2] + "\" is not found");
    }
    String name = field(body, "name");
    return manifest.createCollection(scope, name)
        ? Answer.ok(uid())
        : Answer.refused(
            "Collection with name \"%s\" in scope \"%s\" already exists".formatted(name, scope));
  }

  private Answer query(JsonNode request) {
    String statement = request.path("statement").asString();
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.put("requestID", "double").put("status", "success");
    ArrayNode rows = answer.putArray("results");
    if (statement.startsWith("SELECT 1")) {
      rows.addObject().put("one", 1);
    } else {
      statements.add(statement);
    }
    answer.putObject("metrics").put("resultCount", rows.size());
    return Answer.ok(answer.toString());
  }

  private String bucketJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("name", bucket.name())
        .put("bucketType", "membase")
        .put("replicaNumber", bucket.replicas())
        .put("replicaIndex", false)
        .put("maxTTL", 0)
        .put("compressionMode", "passive")
        .put("conflictResolutionType", bucket.conflictResolution())
        .put("evictionPolicy", "valueOnly")
        .put("durabilityMinLevel", "none")
        .put("storageBackend", "couchstore")
        .put("numVBuckets", bucket.partitions());
    json.putObject("controllers");
    json.putObject("quota").put("rawRAM", 256L << 20).put("ram", 256L << 20);
    json.putArray("nodes")
        .addObject()
        .put("hostname", CouchbaseDouble.HOST)
        .put("status", "healthy")
        .put("version", VERSION);
    return json.toString();
  }

  private String uid() {
    return "{\"uid\":\"" + Long.toHexString(manifest.uid()) + "\"}";
  }

  private static String field(String form, String name) {
    for (String field : form.split("&", -1)) {
      if (field.startsWith(name + "=")) {
        return URLDecoder.decode(field.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }
}
