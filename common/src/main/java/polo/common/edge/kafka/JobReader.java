package polo.common.edge.kafka;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.job.JobHeaders;
import polo.common.job.JobType;
import polo.common.job.ParsedJob;
import polo.common.job.ParsedPoints;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import tools.jackson.databind.JsonNode;

/// Turns bytes from anywhere into a job or a reason why not. Never throws, whatever the bytes are;
/// work and memory are proportional to the bytes, which are bounded.
///
/// @param maxBodyBytes the longest body of a message
/// @param maxBlobBytes the longest body in a blob; reading one of real fixes takes about ten times
///   that in heap, one of nothing but empty objects about forty times
public record JobReader(int maxBodyBytes, int maxBlobBytes) {

  /// A message of at most 1 MB, a blob of at most 8 MB (over 100 000 fixes).
  public static JobReader standard() {
    return new JobReader(1 << 20, 8 << 20);
  }

  /// Reads a record as it came. Without `ce_time`, the time the record was written counts.
  public ParsedJob read(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = CloudEventHeaders.textOf(record.headers());
    if (record.timestamp() >= 0) {
      headers.putIfAbsent(
          CloudEventHeaders.TIME, Instant.ofEpochMilli(record.timestamp()).toString());
    }
    return read(record.value(), headers, record.topic());
  }

  public ParsedJob read(byte @Nullable [] body, Map<String, String> headers, String topic) {
    return switch (MessageBody.read(body, maxBodyBytes)) {
      case MessageBody.Invalid(var reason) -> new ParsedJob.Invalid(reason);
      case MessageBody.Valid(var tree) -> read(tree, headers, topic);
    };
  }

  /// Reads the fixes in a blob that a `points.uploaded` names: `fixes` or `columns` as in the body
  /// of the job.
  public ParsedPoints readPoints(byte @Nullable [] blob) {
    return switch (MessageBody.read(blob, maxBlobBytes)) {
      case MessageBody.Invalid(var reason) -> new ParsedPoints.Invalid(reason);
      case MessageBody.Valid(var tree) -> PointsReader.read(tree);
    };
  }

  /// Whose job this was meant to be, even if nothing else of it makes sense: so that a rejection
  /// can be told to somebody.
  public Optional<String> userOf(byte @Nullable [] body) {
    return switch (MessageBody.read(body, maxBodyBytes)) {
      case MessageBody.Invalid _ -> Optional.empty();
      case MessageBody.Valid(var tree) -> {
        Fields fields = Fields.of(new FieldSource.OfObject(tree, ""));
        String userId = JobBodies.userId(fields);
        yield fields.problem().isPresent() ? Optional.empty() : Optional.of(userId);
      }
    };
  }

  private static ParsedJob read(JsonNode body, Map<String, String> headers, String topic) {
    String name = headers.get(CloudEventHeaders.TYPE);
    if (name == null || name.isEmpty()) {
      return invalid(
          ReasonCode.TYPE_MISSING, "header %s is missing".formatted(CloudEventHeaders.TYPE));
    }
    Optional<JobType> type = JobType.ofWireName(name);
    if (type.isEmpty()) {
      return invalid(
          ReasonCode.TYPE_UNKNOWN,
          "header %s is \"%s\", which is no job"
              .formatted(CloudEventHeaders.TYPE, Shown.text(name)));
    }
    if (!Topics.jobsOn(topic).contains(type.get())) {
      return invalid(
          ReasonCode.TYPE_NOT_ON_THIS_TOPIC,
          "%s does not travel on %s".formatted(name, Shown.text(topic)));
    }
    return read(type.get(), body, Fields.of(new FieldSource.OfHeaders(headers)));
  }

  private static ParsedJob read(JobType type, JsonNode body, Fields headers) {
    JobHeaders attributes = CloudEventHeaders.read(headers);
    return headers
        .problem()
        .<ParsedJob>map(ParsedJob.Invalid::new)
        .orElseGet(() -> JobBodies.read(type, body, attributes));
  }

  private static ParsedJob invalid(ReasonCode code, String message) {
    return new ParsedJob.Invalid(new Reason(code, message));
  }
}
