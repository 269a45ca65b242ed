package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.databind.JsonNode;

/// Keys from one to another, as a scan asks for them.
record KeyRange(String from, boolean afterFrom, String to, boolean beforeTo) {

  static KeyRange of(JsonNode range) {
    return new KeyRange(
        term(range, "start"), range.has("excl_start"), term(range, "end"), range.has("excl_end"));
  }

  boolean has(String key) {
    int low = key.compareTo(from);
    int high = key.compareTo(to);
    return (afterFrom ? low > 0 : low >= 0) && (beforeTo ? high < 0 : high <= 0);
  }

  private static String term(JsonNode range, String name) {
    JsonNode term = range.has(name) ? range.get(name) : range.get("excl_" + name);
    return new String(Base64.getDecoder().decode(term.asString()), UTF_8);
  }
}
