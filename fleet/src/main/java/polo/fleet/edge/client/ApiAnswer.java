package polo.fleet.edge.client;

import java.net.http.HttpHeaders;
import polo.common.edge.json.Json;
import tools.jackson.databind.JsonNode;

/// What the API answered.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
public record ApiAnswer(int status, HttpHeaders headers, byte[] body) {

  public JsonNode json() {
    return Json.tree(body);
  }

  public <T> T as(Class<T> type) {
    return Json.read(body, type);
  }
}
