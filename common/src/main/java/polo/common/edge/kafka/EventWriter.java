package polo.common.edge.kafka;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import polo.common.edge.json.Json;
import polo.common.job.Event;
import polo.common.job.JobHeaders;
import tools.jackson.core.JsonGenerator;

/// Writes events as [EventReader] reads them: equal events give equal bytes.
public final class EventWriter {

  private EventWriter() {}

  /// The record that tells an event, under the user's key.
  public static ProducerRecord<byte[], byte[]> record(Event event, JobHeaders headers) {
    return new ProducerRecord<>(
        Topics.EVENTS,
        null,
        MovedHeaders.utf8(event.userId()),
        body(event),
        CloudEventHeaders.toKafka(headers(event, headers)));
  }

  public static Map<String, String> headers(Event event, JobHeaders headers) {
    return CloudEventHeaders.write(event.type(), headers);
  }

  public static byte[] body(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = Json.mapper().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("userId", event.userId());
      switch (event) {
        case Event.TimelineChanged changed -> write(changed, json);
        case Event.PlaceRefined(_, var placeId) -> json.writeStringProperty("placeId", placeId);
        case Event.PhotoProcessed photo -> write(photo, json);
        case Event.JobRejected rejected -> write(rejected, json);
        case Event.UserErased erased -> write(erased, json);
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Event.TimelineChanged changed, JsonGenerator json) {
    JobWriter.write("span", changed.span(), json);
    write("added", changed.added(), json);
    write("changed", changed.changed(), json);
    write("removed", changed.removed(), json);
  }

  private static void write(Event.PhotoProcessed photo, JsonGenerator json) {
    json.writeStringProperty("photoId", photo.photoId());
    json.writeStringProperty("outcome", photo.outcome());
    if (photo.takenAt() != null) {
      json.writeStringProperty("takenAt", photo.takenAt().toString());
    }
  }

  private static void write(Event.JobRejected rejected, JsonGenerator json) {
    // The id and the message may be anything: it is what could not be read that is told here.
    json.writeStringProperty("jobId", Shown.line(rejected.jobId()));
    json.writeStringProperty("jobType", rejected.jobType());
    json.writeObjectPropertyStart("reason");
    json.writeStringProperty("code", rejected.reason().code().name());
    json.writeStringProperty("message", Shown.line(rejected.reason().message()));
    json.writeEndObject();
  }

  private static void write(Event.UserErased erased, JsonGenerator json) {
    json.writeNumberProperty("documents", erased.documents());
    json.writeNumberProperty("blobs", erased.blobs());
  }

  private static void write(String name, List<String> ids, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    ids.forEach(json::writeString);
    json.writeEndArray();
  }
}
