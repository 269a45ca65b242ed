package polo.fleet.edge.ops;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Replay;
import polo.common.edge.kafka.Topics;

/// A record of the topic of dead letters, and what became of it.
///
/// @param told what its headers tell; empty when it is no letter of Polo's
/// @param user whose job it was; empty when nobody can tell
public record Letter(
    ConsumerRecord<byte[], byte[]> record,
    Optional<DeadLetter> told,
    Optional<String> user,
    LetterState state) {

  /// In place of a reason, for records that are no letters.
  public static final String STRANGER = "NOT_A_LETTER";

  private static final JobReader READER = JobReader.standard();
  private static final Set<String> KEYED_BY_USER =
      Set.of(Topics.POINTS, Topics.BULK, Topics.POINTS_PARKED);

  static Letter of(ConsumerRecord<byte[], byte[]> record, LetterState state) {
    Optional<DeadLetter> told = DeadLetter.read(record);
    return new Letter(record, told, userOf(record, told), state);
  }

  public LetterId id() {
    return LetterId.of(record);
  }

  /// A reason code, or [#STRANGER].
  public String reason() {
    return told.map(letter -> letter.reason().code().name()).orElse(STRANGER);
  }

  public String message() {
    return told.map(letter -> letter.reason().message()).orElse("");
  }

  /// When it was given up.
  public Instant at() {
    return told.map(DeadLetter::lastFailedAt).orElse(Instant.ofEpochMilli(record.timestamp()));
  }

  /// The name of the job's type, whatever it is; empty when there is none.
  public String type() {
    return header(CloudEventHeaders.TYPE);
  }

  /// The producer's id of the job; empty when there is none.
  public String jobId() {
    return header(CloudEventHeaders.ID);
  }

  /// W3C trace context; empty when untraced.
  public String traceparent() {
    return header(CloudEventHeaders.TRACEPARENT);
  }

  /// How often it was put back before it died again.
  public int replays() {
    return Replay.of(record.headers()).times();
  }

  /// True when there is a topic it can be put back on.
  public boolean isReplayable() {
    return told.map(letter -> !Topics.jobsOn(letter.origin().topic()).isEmpty()).orElse(false);
  }

  /// The producer's headers and Polo's, as text.
  public Map<String, String> headers() {
    return CloudEventHeaders.textOf(record.headers());
  }

  private String header(String name) {
    return headers().getOrDefault(name, "");
  }

  /// By its body; of a body that nobody can read, by its key, where that is the user.
  private static Optional<String> userOf(
      ConsumerRecord<byte[], byte[]> record, Optional<DeadLetter> told) {
    return READER
        .userOf(record.value())
        .or(() ->
            told.filter(letter -> KEYED_BY_USER.contains(letter.origin().topic()))
                .flatMap(_ -> Optional.ofNullable(record.key()))
                .map(key -> new String(key, StandardCharsets.UTF_8)));
  }
}
