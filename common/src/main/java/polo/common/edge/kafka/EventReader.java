package polo.common.edge.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.job.JobHeaders;
import polo.common.job.ParsedEvent;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import tools.jackson.databind.JsonNode;

/// Turns a message of the events topic into an event or a reason why not. Never throws.
///
/// @param maxBodyBytes the longest body of a message
public record EventReader(int maxBodyBytes) {

  public static EventReader standard() {
    return new EventReader(1 << 20);
  }

  public ParsedEvent read(ConsumerRecord<byte[], byte[]> record) {
    return read(record.value(), CloudEventHeaders.textOf(record.headers()));
  }

  public ParsedEvent read(byte @Nullable [] body, Map<String, String> headers) {
    return switch (MessageBody.read(body, maxBodyBytes)) {
      case MessageBody.Invalid(var reason) -> new ParsedEvent.Invalid(reason);
      case MessageBody.Valid(var tree) -> read(tree, headers);
    };
  }

  private static ParsedEvent read(JsonNode body, Map<String, String> headers) {
    String type = headers.get(CloudEventHeaders.TYPE);
    if (type == null || type.isEmpty()) {
      return new ParsedEvent.Invalid(
          new Reason(
              ReasonCode.TYPE_MISSING, "header %s is missing".formatted(CloudEventHeaders.TYPE)));
    }
    Fields fields = Fields.of(new FieldSource.OfHeaders(headers));
    JobHeaders attributes = CloudEventHeaders.read(fields);
    return fields
        .problem()
        .<ParsedEvent>map(ParsedEvent.Invalid::new)
        .orElseGet(() -> EventBodies.read(type, body, attributes));
  }
}
