package polo.common.edge.kafka;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import polo.common.job.Event;
import polo.common.job.JobHeaders;
import polo.common.job.ParsedEvent;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.time.TimeSpan;
import tools.jackson.databind.JsonNode;

/// The bodies of the events, one method for each type.
final class EventBodies {

  private static final int LONGEST_TEXT = 4096;

  private EventBodies() {}

  static ParsedEvent read(String type, JsonNode body, JobHeaders headers) {
    Fields fields = Fields.of(new FieldSource.OfObject(body, ""));
    return switch (type) {
      case "timeline.changed" -> answer(fields, timelineChanged(fields), headers);
      case "place.refined" -> answer(fields, placeRefined(fields), headers);
      case "photo.processed" -> answer(fields, photoProcessed(fields), headers);
      case "job.rejected" -> answer(fields, jobRejected(fields), headers);
      case "user.erased" -> answer(fields, userErased(fields), headers);
      default ->
          new ParsedEvent.Invalid(
              new Reason(
                  ReasonCode.TYPE_UNKNOWN,
                  "header %s is \"%s\", which is no event"
                      .formatted(CloudEventHeaders.TYPE, Shown.text(type))));
    };
  }

  private static Event timelineChanged(Fields fields) {
    TimeSpan span = JobBodies.optionalSpan(fields, "span");
    if (span == null) {
      fields.missing("span");
      span = new TimeSpan(Instant.EPOCH, Instant.EPOCH);
    }
    return new Event.TimelineChanged(
        fields.id("userId"),
        span,
        fields.ids("added"),
        fields.ids("changed"),
        fields.ids("removed"));
  }

  private static Event placeRefined(Fields fields) {
    return new Event.PlaceRefined(fields.id("userId"), fields.id("placeId"));
  }

  private static Event photoProcessed(Fields fields) {
    return new Event.PhotoProcessed(
        fields.id("userId"),
        fields.id("photoId"),
        fields.id("outcome"),
        fields.optionalTime("takenAt"));
  }

  private static Event jobRejected(Fields fields) {
    return new Event.JobRejected(
        fields.id("userId"),
        fields.textOrEmpty("jobId", LONGEST_TEXT),
        fields.text("jobType", LONGEST_TEXT),
        reason(fields));
  }

  private static Reason reason(Fields fields) {
    Fields within = fields.optionalObject("reason");
    if (within == null) {
      fields.missing("reason");
      return new Reason(ReasonCode.UNEXPECTED, "");
    }
    ReasonCode code = within.optionalWord("code", EventBodies::code);
    if (code == null) {
      within.missing("code");
    }
    String message = within.textOrEmpty("message", LONGEST_TEXT);
    within.problem().ifPresent(fields::note);
    return new Reason(code == null ? ReasonCode.UNEXPECTED : code, message);
  }

  private static Optional<ReasonCode> code(String name) {
    return Arrays.stream(ReasonCode.values()).filter(code -> code.name().equals(name)).findFirst();
  }

  private static Event userErased(Fields fields) {
    return new Event.UserErased(
        fields.id("userId"), fields.count("documents"), fields.count("blobs"));
  }

  private static ParsedEvent answer(Fields fields, Event event, JobHeaders headers) {
    return fields
        .problem()
        .<ParsedEvent>map(ParsedEvent.Invalid::new)
        .orElseGet(() -> new ParsedEvent.Valid(event, headers));
  }
}
