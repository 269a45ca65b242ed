package polo.common.edge.kafka;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Fix;
import polo.common.edge.json.Json;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.UserErase;
import polo.common.time.TimeSpan;
import tools.jackson.core.JsonGenerator;

/// Writes jobs as [JobReader] reads them: equal jobs give equal bytes, and what is written is read
/// back equal (fixes at stored precision, see [Fix#rounded]).
public final class JobWriter {

  private JobWriter() {}

  /// The record that asks for a job on the topic of its kind.
  public static ProducerRecord<byte[], byte[]> record(Job job, JobHeaders headers) {
    return record(Topics.of(job), job, headers);
  }

  public static ProducerRecord<byte[], byte[]> record(String topic, Job job, JobHeaders headers) {
    return new ProducerRecord<>(
        topic,
        null,
        MovedHeaders.utf8(Topics.keyOf(job, topic)),
        body(job),
        CloudEventHeaders.toKafka(headers(job, headers)));
  }

  public static Map<String, String> headers(Job job, JobHeaders headers) {
    return CloudEventHeaders.write(job.type().wireName(), headers);
  }

  public static byte[] body(Job job) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = Json.mapper().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("userId", job.userId());
      switch (job) {
        case PointsUploaded points -> write(points, json);
        case PhotoUploaded photo -> write(photo, json);
        case HistoryReprocess(_, var span) -> write("span", span, json);
        case PlaceSeen place -> write(place, json);
        case PinsChanged _, UserErase _ -> {}
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /// The body of a blob that a `points.uploaded` names.
  public static byte[] pointsBlob(List<Fix> fixes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = Json.mapper().createGenerator(bytes)) {
      json.writeStartObject();
      FixColumns.write(fixes, json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(PointsUploaded points, JsonGenerator json) {
    json.writeStringProperty("deviceId", points.deviceId());
    if (points.blobKey() != null) {
      json.writeStringProperty("blob", points.blobKey());
    } else {
      FixColumns.write(points.fixes(), json);
    }
  }

  private static void write(PhotoUploaded photo, JsonGenerator json) {
    json.writeStringProperty("photoId", photo.photoId());
    json.writeStringProperty("blob", photo.blobKey());
    if (photo.fileName() != null) {
      json.writeStringProperty("fileName", photo.fileName());
    }
    json.writeStringProperty("uploadedAt", photo.uploadedAt().toString());
    if (photo.userZone() != null) {
      json.writeStringProperty("userZone", photo.userZone().getId());
    }
    json.writeStringProperty("privacy", photo.privacy().name().toLowerCase(Locale.ROOT));
  }

  private static void write(PlaceSeen place, JsonGenerator json) {
    json.writeStringProperty("placeId", place.placeId());
    json.writeNumberProperty("lat", place.position().latitude());
    json.writeNumberProperty("lon", place.position().longitude());
  }

  static void write(String name, @Nullable TimeSpan span, JsonGenerator json) {
    if (span != null) {
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("start", span.start().toString());
      json.writeStringProperty("end", span.end().toString());
      json.writeEndObject();
    }
  }
}
