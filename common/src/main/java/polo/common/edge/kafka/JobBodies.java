package polo.common.edge.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.document.PointsBucket;
import polo.common.earth.Coordinate;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.JobType;
import polo.common.job.ParsedJob;
import polo.common.job.ParsedPoints;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.job.UserErase;
import polo.common.time.TimeSpan;
import tools.jackson.databind.JsonNode;

/// The bodies of the jobs, one method for each type.
final class JobBodies {

  private static final int LONGEST_FILE_NAME = 1024;

  /// The longest name workers give to what they derive.
  private static final String DERIVED_ID = "00000000-0000-0000-0000-000000000000";

  private static final String BUCKET = new PointsBucket(0).name();

  private JobBodies() {}

  static ParsedJob read(JobType type, JsonNode body, JobHeaders headers) {
    Fields fields = Fields.of(new FieldSource.OfObject(body, ""));
    return switch (type) {
      case POINTS_UPLOADED -> points(fields, body, headers);
      case PHOTO_UPLOADED -> answer(fields, photo(fields), headers, List.of());
      case HISTORY_REPROCESS -> answer(fields, reprocess(fields), headers, List.of());
      case PINS_CHANGED -> answer(fields, new PinsChanged(userId(fields)), headers, List.of());
      case PLACE_SEEN -> answer(fields, place(fields), headers, List.of());
      case USER_ERASE -> answer(fields, new UserErase(userId(fields)), headers, List.of());
    };
  }

  private static ParsedJob points(Fields fields, JsonNode body, JobHeaders headers) {
    String userId = userId(fields);
    String deviceId = fields.id("deviceId");
    requireKey(fields, "userId and deviceId are", "points", userId, deviceId, BUCKET);
    if (fields.has("blob")) {
      return answer(fields, pointsInBlob(fields, userId, deviceId), headers, List.of());
    }
    if (!fields.has("fixes") && !fields.has("columns")) {
      return new ParsedJob.Invalid(
          fields
              .problem()
              .orElse(new Reason(ReasonCode.FIELD_MISSING, "fixes, columns or blob is missing")));
    }
    return switch (PointsReader.read(body)) {
      case ParsedPoints.Valid(var fixes, var flaws) ->
          answer(fields, new PointsUploaded(userId, deviceId, fixes), headers, flaws);
      case ParsedPoints.Invalid(var reason) ->
          new ParsedJob.Invalid(fields.problem().orElse(reason));
    };
  }

  private static Job pointsInBlob(Fields fields, String userId, String deviceId) {
    if (fields.has("fixes") || fields.has("columns")) {
      fields.invalid("blob is given beside fixes or columns, one of them is allowed");
    }
    return new PointsUploaded(userId, deviceId, List.of(), fields.blobKey("blob"));
  }

  private static Job photo(Fields fields) {
    String userId = userId(fields);
    String photoId = fields.id("photoId");
    requireKey(fields, "userId and photoId are", "photo", userId, photoId);
    PhotoPrivacy privacy = fields.optionalWord("privacy", JobBodies::privacy);
    return new PhotoUploaded(
        userId,
        photoId,
        fields.blobKey("blob"),
        fields.optionalText("fileName", LONGEST_FILE_NAME),
        fields.time("uploadedAt"),
        fields.optionalZone("userZone"),
        privacy == null ? PhotoPrivacy.STRIP : privacy);
  }

  private static Optional<PhotoPrivacy> privacy(String word) {
    return Arrays.stream(PhotoPrivacy.values())
        .filter(value -> value.name().equalsIgnoreCase(word))
        .findFirst();
  }

  private static Job reprocess(Fields fields) {
    return new HistoryReprocess(userId(fields), optionalSpan(fields, "span"));
  }

  private static Job place(Fields fields) {
    String userId = userId(fields);
    String placeId = fields.id("placeId");
    requireKey(fields, "userId and placeId are", "place", userId, placeId);
    return new PlaceSeen(
        userId,
        placeId,
        new Coordinate(
            fields.number("lat", -90, 90, "a latitude"),
            fields.number("lon", -180, 180, "a longitude")));
  }

  static String userId(Fields fields) {
    String userId = fields.id("userId");
    requireKey(fields, "userId is", "journey", userId, DERIVED_ID);
    return userId;
  }

  /// Absent when there is none, or when it makes no sense: then `fields` has the problem.
  static @Nullable TimeSpan optionalSpan(Fields fields, String name) {
    Fields within = fields.optionalObject(name);
    if (within == null) {
      return null;
    }
    var start = within.time("start");
    var end = within.time("end");
    if (end.isBefore(start)) {
      within.invalid("%s ends before it starts".formatted(name));
    }
    within.problem().ifPresent(fields::note);
    return within.problem().isPresent() ? null : new TimeSpan(start, end);
  }

  private static void requireKey(Fields fields, String subject, String kind, String... parts) {
    if (fields.problem().isEmpty() && !DocumentKey.fits(kind, parts)) {
      fields.invalid(
          ("%s too long: the key of a document has at most %d bytes, and each byte of a character"
                  + " that is not an ASCII letter, digit, - _ or . takes three")
              .formatted(subject, DocumentKey.MAX_BYTES));
    }
  }

  private static ParsedJob answer(Fields fields, Job job, JobHeaders headers, List<Reason> flaws) {
    return fields
        .problem()
        .<ParsedJob>map(ParsedJob.Invalid::new)
        .orElseGet(() -> new ParsedJob.Valid(job, headers, flaws));
  }
}
