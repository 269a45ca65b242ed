package polo.fleet.edge.client;

import polo.common.edge.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The API said no: a status, a stable code, a sentence.
public final class ApiRefusedException extends RuntimeException {

  private final int status;
  private final String code;

  private ApiRefusedException(int status, String code, String sentence) {
    super(sentence);
    this.status = status;
    this.code = code;
  }

  static ApiRefusedException of(ApiAnswer answer) {
    try {
      JsonNode problem = Json.tree(answer.body());
      return new ApiRefusedException(
          answer.status(),
          problem.path("code").asString(""),
          problem.path("detail").asString("HTTP status " + answer.status()));
    } catch (JacksonException e) {
      return new ApiRefusedException(answer.status(), "", "HTTP status " + answer.status());
    }
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /// Whether it was not the request that was wrong.
  public boolean isUnavailable() {
    return status >= 502 && status <= 504;
  }
}
