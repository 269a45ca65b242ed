package polo.common.edge.kafka;

import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The bytes of a message as JSON: an object, or a reason why not.
sealed interface MessageBody {

  record Valid(JsonNode object) implements MessageBody {}

  record Invalid(Reason reason) implements MessageBody {}

  static MessageBody read(byte @Nullable [] body, int maxBytes) {
    if (body == null || body.length == 0) {
      return invalid(ReasonCode.BODY_EMPTY, "the body is empty");
    }
    if (body.length > maxBytes) {
      return invalid(
          ReasonCode.BODY_TOO_LARGE,
          "the body has %d bytes, at most %d are read".formatted(body.length, maxBytes));
    }
    try {
      JsonNode tree = Json.tree(body);
      return tree.isObject()
          ? new Valid(tree)
          : invalid(
              ReasonCode.BODY_NOT_JSON, "the body is %s, not an object".formatted(Shown.of(tree)));
    } catch (JacksonException e) {
      return invalid(ReasonCode.BODY_NOT_JSON, "the body is not JSON" + placeOf(e));
    }
  }

  private static String placeOf(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : ": line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static Invalid invalid(ReasonCode code, String message) {
    return new Invalid(new Reason(code, message));
  }
}
