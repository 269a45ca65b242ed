package polo.fleet.edge.jobs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Origin;
import polo.common.job.Event;
import polo.common.job.ParsedJob;
import polo.common.job.ReasonCode;

/// The latest jobs and how they are, in memory: so many, then the oldest are forgotten.
/// Thread-safe.
///
/// An event belongs to the job whose trace it carries. A trace with several jobs (a client may give
/// one to many) is the latest one's.
public final class JobBook {

  private static final JobReader READER = JobReader.standard();

  private final int most;
  private final SequencedMap<Origin, TrackedJob> jobs = new LinkedHashMap<>();
  private final Map<String, Origin> byId = new HashMap<>();
  private final Map<String, Origin> byTrace = new HashMap<>();

  /// A book with room for so many.
  public JobBook(int most) {
    this.most = most;
  }

  /// A job was put on its topic.
  public synchronized void sent(SentJob job) {
    tracked(job);
  }

  /// The job of a record that lies on a topic of jobs.
  synchronized void sent(ConsumerRecord<byte[], byte[]> record) {
    tracked(SentJob.of(record));
  }

  synchronized void putOff(ConsumerRecord<byte[], byte[]> record) {
    tracked(SentJob.of(record))
        .putOff(
            new Origin(record.topic(), record.partition(), record.offset()),
            Attempts.of(record.headers()),
            Attempts.notBefore(record.headers()));
  }

  synchronized void buried(ConsumerRecord<byte[], byte[]> record) {
    Optional<DeadLetter> letter = DeadLetter.read(record);
    if (letter.isPresent()) {
      SentJob job = SentJob.buried(record, letter.get());
      tracked(job).buried(letter.get(), isWhole(record, letter.get()));
    }
  }

  /// An upload of which some fixes were left out is done, and its original is kept all the same.
  private static boolean isWhole(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    return letter.reason().code() != ReasonCode.FIX_INVALID
        || READER.read(
                record.value(), CloudEventHeaders.textOf(record.headers()), letter.origin().topic())
            instanceof ParsedJob.Invalid;
  }

  synchronized void told(Event event, @Nullable String traceparent, Instant when) {
    Origin at =
        event instanceof Event.JobRejected(_, var jobId, _, _) && byId.containsKey(jobId)
            ? byId.get(jobId)
            : byTrace.get(SentJob.traceId(traceparent));
    TrackedJob job = at == null ? null : jobs.get(at);
    if (job != null) {
      job.told(event.type(), when);
    }
  }

  /// How far the workers are: what lies before is done, unless something else was told of it.
  ///
  /// @param when it was so; absent for what was so before anybody looked
  synchronized void committed(Map<TopicPartition, Long> offsets, @Nullable Instant when) {
    for (TrackedJob job : jobs.values()) {
      Origin lies = job.lies();
      Long offset = offsets.get(new TopicPartition(lies.topic(), lies.partition()));
      if (!job.isOver() && offset != null && lies.offset() < offset) {
        job.passed(when);
      }
    }
  }

  /// The latest job with this id; empty when there is none, or none any more.
  public synchronized Optional<JobStatus> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(jobs::get).map(TrackedJob::status);
  }

  /// The latest first, at most so many.
  public synchronized List<JobStatus> list(JobFilter filter, int limit) {
    return jobs.sequencedValues().reversed().stream()
        .map(TrackedJob::status)
        .filter(filter::matches)
        .limit(limit)
        .toList();
  }

  private TrackedJob tracked(SentJob job) {
    TrackedJob known = jobs.get(job.at());
    if (known != null) {
      return known;
    }
    TrackedJob fresh = new TrackedJob(job);
    jobs.put(job.at(), fresh);
    byId.put(job.id(), job.at());
    if (job.traceId() != null) {
      byTrace.put(job.traceId(), job.at());
    }
    forgetTheOldest();
    return fresh;
  }

  private void forgetTheOldest() {
    Iterator<TrackedJob> oldest = jobs.values().iterator();
    while (jobs.size() > most) {
      SentJob gone = oldest.next().sent();
      oldest.remove();
      byId.remove(gone.id(), gone.at());
      if (gone.traceId() != null) {
        byTrace.remove(gone.traceId(), gone.at());
      }
    }
  }
}
