package polo.common.edge.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;
import polo.common.job.Reason;

/// A record, what it asked for, and how that ended.
///
/// @param job absent when the record could not be read
public record EndedJob(
    ConsumerRecord<byte[], byte[]> record, Optional<ParsedJob.Valid> job, Outcome outcome) {

  private static final JobReader READER = JobReader.standard();

  public EndedJob endedWith(Outcome other) {
    return new EndedJob(record, job, other);
  }

  /// The job's wire name, or `unreadable`.
  public String type() {
    return job.map(valid -> valid.job().type().wireName()).orElse("unreadable");
  }

  /// Whose job it was; absent when not even that can be read.
  Optional<String> userId() {
    return job.map(valid -> valid.job().userId()).or(() -> READER.userOf(record.value()));
  }

  /// The producer's id of the job; absent when it gave none.
  Optional<String> jobId() {
    return Optional.ofNullable(MovedHeaders.text(record.headers(), CloudEventHeaders.ID));
  }

  /// Why a part of it was left out, when it was done all the same.
  Optional<Reason> flaw() {
    return outcome instanceof Outcome.Done
        ? job.flatMap(valid -> valid.flaws().stream().findFirst())
        : Optional.empty();
  }
}
