package polo.fleet.edge.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.Topics;
import polo.common.job.JobType;
import polo.common.job.ReasonCode;

/// A record nobody can work on, and why.
///
/// @param id its `ce_id`
record Poison(String id, ProducerRecord<byte[], byte[]> record, ReasonCode reason) {

  /// @param type the `ce_type`; absent in a record that has none
  /// @param body `%s` is the user; absent in a record without one
  private record Kind(@Nullable String type, @Nullable String body, ReasonCode reason) {}

  private static final String POINTS = JobType.POINTS_UPLOADED.wireName();
  private static final int TOO_LARGE = 1_200_000;

  private static final List<Kind> ALL =
      List.of(
          new Kind(POINTS, null, ReasonCode.BODY_EMPTY),
          new Kind(POINTS, "{\"userId\":\"%s\",", ReasonCode.BODY_NOT_JSON),
          new Kind(POINTS, "[\"%s\"]", ReasonCode.BODY_NOT_JSON),
          new Kind(
              POINTS,
              "{\"userId\":\"%s\",\"more\":\"" + "x".repeat(TOO_LARGE) + "\"}",
              ReasonCode.BODY_TOO_LARGE),
          new Kind(null, "{\"userId\":\"%s\"}", ReasonCode.TYPE_MISSING),
          new Kind("points.forgotten", "{\"userId\":\"%s\"}", ReasonCode.TYPE_UNKNOWN),
          new Kind(
              JobType.PHOTO_UPLOADED.wireName(),
              "{\"userId\":\"%s\"}",
              ReasonCode.TYPE_NOT_ON_THIS_TOPIC),
          new Kind(POINTS, "{\"userId\":\"%s\",\"fixes\":[]}", ReasonCode.FIELD_MISSING),
          new Kind(
              POINTS,
              "{\"userId\":\"%s\",\"deviceId\":\"phone\",\"fixes\":\"none\"}",
              ReasonCode.FIELD_INVALID),
          new Kind(
              POINTS,
              "{\"userId\":\"%s\",\"deviceId\":\"phone\",\"fixes\":[{\"time\":\"2026-05-08T09:00:00Z\","
                  + "\"lat\":91,\"lon\":0}]}",
              ReasonCode.FIX_INVALID));

  static final int KINDS = ALL.size();

  /// One of the kinds in turn, as if it were an upload of this user.
  static Poison of(int number, String userId, String id) {
    Kind kind = ALL.get(number % KINDS);
    Map<String, String> headers = new HashMap<>();
    headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
    headers.put(CloudEventHeaders.ID, id);
    headers.put(CloudEventHeaders.SOURCE, "polo-chaos");
    if (kind.type() != null) {
      headers.put(CloudEventHeaders.TYPE, kind.type());
    }
    byte[] body = kind.body() == null ? null : kind.body().formatted(userId).getBytes(UTF_8);
    return new Poison(
        id,
        new ProducerRecord<>(
            Topics.POINTS, null, userId.getBytes(UTF_8), body, CloudEventHeaders.toKafka(headers)),
        kind.reason());
  }
}
