package polo.fleet.edge.api;

import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fixes as phones send them, put into the words of the contract; whether they make sense is found
/// out there. Three kinds, told apart by what they hold.
///
/// OwnTracks: https://owntracks.org/booklet/tech/json/ · Overland:
/// https://github.com/aaronpk/Overland-iOS#api
///
/// @param user whose they are, if the body says so
/// @param device which device they are of, if the body says so
/// @param points an object with `fixes` or `columns`
record PhoneBody(Kind kind, @Nullable String user, @Nullable String device, ObjectNode points) {

  enum Kind {
    /// Ours: `fixes` or `columns`, or a bare list of fixes.
    PLAIN,
    OWNTRACKS,
    OVERLAND
  }

  private static final double KMH_PER_MPS = 3.6;

  static PhoneBody of(JsonNode body) {
    if (body.has("_type")) {
      return ownTracks(body);
    }
    if (body.path("locations").isArray()) {
      return overland(body.get("locations"));
    }
    ObjectNode points = Json.mapper().createObjectNode();
    if (body.isArray()) {
      points.set("fixes", body);
    } else {
      copy(body, "fixes", points, "fixes");
      copy(body, "columns", points, "columns");
    }
    return new PhoneBody(Kind.PLAIN, text(body, "userId"), text(body, "deviceId"), points);
  }

  /// Whether there is nothing to take from it: a phone tells more than where it is.
  boolean isEmpty() {
    return kind != Kind.PLAIN && points.path("fixes").isEmpty();
  }

  private static PhoneBody ownTracks(JsonNode body) {
    ObjectNode points = Json.mapper().createObjectNode();
    ArrayNode fixes = points.putArray("fixes");
    if (body.path("_type").asString("").equals("location")) {
      ObjectNode fix = fixes.addObject();
      copy(body, "lat", fix, "lat");
      copy(body, "lon", fix, "lon");
      copy(body, "acc", fix, "accuracy");
      copy(body, "alt", fix, "altitude");
      copy(body, "cog", fix, "heading");
      scaled(body, "tst", 1000, fix, "time");
      scaled(body, "vel", 1 / KMH_PER_MPS, fix, "speed");
      activity(body.path("motionactivities"), fix);
    }
    String[] topic = body.path("topic").asString("").split("/", -1);
    boolean named = topic.length >= 3;
    return new PhoneBody(Kind.OWNTRACKS, named ? topic[1] : null, named ? topic[2] : null, points);
  }

  private static PhoneBody overland(JsonNode locations) {
    ObjectNode points = Json.mapper().createObjectNode();
    ArrayNode fixes = points.putArray("fixes");
    for (JsonNode location : locations) {
      JsonNode properties = location.path("properties");
      JsonNode position = location.path("geometry").path("coordinates");
      ObjectNode fix = fixes.addObject();
      fix.set("lon", position.path(0));
      fix.set("lat", position.path(1));
      copy(properties, "timestamp", fix, "time");
      copy(properties, "horizontal_accuracy", fix, "accuracy");
      copy(properties, "altitude", fix, "altitude");
      copy(properties, "speed", fix, "speed");
      copy(properties, "course", fix, "heading");
      activity(properties.path("motion"), fix);
    }
    return new PhoneBody(
        Kind.OVERLAND, null, text(locations.path(0).path("properties"), "device_id"), points);
  }

  private static void activity(JsonNode motions, ObjectNode fix) {
    String motion = motions.path(0).asString("");
    if (!motion.isEmpty()) {
      fix.put("activity", motion);
    }
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.hasNonNull(name)) {
      to.set(as, from.get(name));
    }
  }

  private static void scaled(JsonNode from, String name, double factor, ObjectNode to, String as) {
    JsonNode value = from.path(name);
    if (value.isNumber()) {
      to.put(as, value.asDouble() * factor);
    } else {
      copy(from, name, to, as);
    }
  }

  private static @Nullable String text(JsonNode from, String name) {
    String text = from.path(name).asString("");
    return text.isEmpty() ? null : text;
  }
}
