package polo.testkit.couchbase;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The scopes and collections of the bucket. Every change gives it a new number.
final class Manifest {

  static final String DEFAULT = "_default";

  private static final long FIRST_ID = 8; // lower ones are the server's own

  private final Map<String, Map<String, Long>> scopes = new TreeMap<>();
  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private long uid = 1;
  private long nextId = FIRST_ID;

  Manifest() {
    scopes.put(DEFAULT, new TreeMap<>(Map.of(DEFAULT, 0L)));
    names.put(0L, DEFAULT + "." + DEFAULT);
  }

  synchronized boolean hasScope(String scope) {
    return scopes.containsKey(scope);
  }

  /// Answers false when it is there already.
  synchronized boolean createScope(String scope) {
    boolean isNew = scopes.putIfAbsent(scope, new TreeMap<>()) == null;
    uid += isNew ? 1 : 0;
    return isNew;
  }

  /// Answers false when it is there already. The scope must exist.
  synchronized boolean createCollection(String scope, String collection) {
    Map<String, Long> collections = scope(scope);
    if (collections.containsKey(collection)) {
      return false;
    }
    collections.put(collection, nextId);
    names.put(nextId, scope + "." + collection);
    nextId++;
    uid++;
    return true;
  }

  /// Answers false when there is none. The scope must exist.
  synchronized boolean dropCollection(String scope, String collection) {
    Long id = scope(scope).remove(collection);
    if (id == null) {
      return false;
    }
    names.remove(id);
    uid++;
    return true;
  }

  synchronized long uid() {
    return uid;
  }

  /// The id of `scope.collection`.
  synchronized Optional<Long> id(String name) {
    int dot = name.indexOf('.');
    return Optional.ofNullable(scopes.get(name.substring(0, dot)))
        .flatMap(scope -> Optional.ofNullable(scope.get(name.substring(dot + 1))));
  }

  /// The name of a collection as `scope.collection`; absent when there is none of this id.
  @Nullable String name(long id) {
    return names.get(id);
  }

  Collection<String> collections() {
    return names.values();
  }

  synchronized String json() {
    ObjectNode manifest = Json.mapper().createObjectNode();
    manifest.put("uid", Long.toHexString(uid));
    ArrayNode list = manifest.putArray("scopes");
    scopes.forEach((name, collections) -> {
      ObjectNode scope = list.addObject().put("name", name).put("uid", "0");
      ArrayNode within = scope.putArray("collections");
      collections.forEach((collection, id) ->
          within
              .addObject()
              .put("name", collection)
              .put("uid", Long.toHexString(id))
              .put("maxTTL", 0));
    });
    return manifest.toString();
  }

  private Map<String, Long> scope(String scope) {
    Map<String, Long> collections = scopes.get(scope);
    if (collections == null) {
      throw new IllegalArgumentException("no scope " + scope);
    }
    return collections;
  }
}
