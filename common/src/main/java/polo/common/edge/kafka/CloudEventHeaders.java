package polo.common.edge.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import polo.common.job.JobHeaders;

/// The headers of the contract: CloudEvents 1.0 in Kafka's binary mode, and W3C trace context.
///
/// Format:
/// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  private static final String VERSION = "1.0";
  private static final String JSON = "application/json";
  private static final int LONGEST = 256;
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private CloudEventHeaders() {}

  /// The headers of a record as text; where a name comes twice, the last one counts.
  public static Map<String, String> textOf(Headers headers) {
    Map<String, String> text = new LinkedHashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return text;
  }

  public static Headers toKafka(Map<String, String> headers) {
    Headers kafka = new RecordHeaders();
    headers.forEach((name, value) -> kafka.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return kafka;
  }

  static Map<String, String> write(String type, JobHeaders headers) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put(SPEC_VERSION, VERSION);
    text.put(ID, headers.id());
    text.put(SOURCE, headers.source());
    text.put(TYPE, type);
    text.put(TIME, headers.time().toString());
    text.put(CONTENT_TYPE, JSON);
    if (headers.traceparent() != null) {
      text.put(TRACEPARENT, headers.traceparent());
    }
    return text;
  }

  static JobHeaders read(Fields headers) {
    requireVersion(headers);
    requireJson(headers);
    return new JobHeaders(
        headers.text(ID, LONGEST),
        headers.text(SOURCE, LONGEST),
        headers.time(TIME),
        traceOrNull(headers.optionalText(TRACEPARENT, LONGEST)));
  }

  private static void requireVersion(Fields headers) {
    String version = headers.text(SPEC_VERSION, LONGEST);
    if (!version.equals(VERSION)) {
      headers.invalid(
          "header %s is \"%s\", not \"%s\"".formatted(SPEC_VERSION, Shown.text(version), VERSION));
    }
  }

  /// Absent is fine; `application/json; charset=utf-8` too.
  private static void requireJson(Fields headers) {
    String type = headers.optionalText(CONTENT_TYPE, LONGEST);
    if (type != null && !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      headers.invalid(
          "header %s is \"%s\", not \"%s\"".formatted(CONTENT_TYPE, Shown.text(type), JSON));
    }
  }

  /// A broken trace context is dropped, as W3C asks: a job does not fail for it.
  private static @Nullable String traceOrNull(@Nullable String traceparent) {
    return traceparent != null && TRACE.matcher(traceparent).matches() ? traceparent : null;
  }
}
