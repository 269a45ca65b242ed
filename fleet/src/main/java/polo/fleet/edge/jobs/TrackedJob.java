package polo.fleet.edge.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.DeadLetter;
import polo.common.edge.kafka.Origin;
import polo.common.job.ReasonCode;

/// A job while it is followed. Nothing that is told twice, or in another order, changes how it
/// ends: what is over stays over, but for a photo that comes back to be tried again.
final class TrackedJob {

  private final SentJob sent;
  private Origin lies;
  private JobState state = JobState.QUEUED;
  private int failures;
  private JobStatus.@Nullable Why reason;
  private @Nullable Instant endedAt;
  private @Nullable Instant nextAttemptAt;
  private final Set<String> events = new TreeSet<>();

  TrackedJob(SentJob sent) {
    this.sent = sent;
    this.lies = sent.at();
  }

  SentJob sent() {
    return sent;
  }

  /// Where it waits.
  Origin lies() {
    return lies;
  }

  boolean isOver() {
    return state.isOver();
  }

  /// Put off: it lies elsewhere now and waits.
  void putOff(Origin where, Attempts attempts, Optional<Instant> notBefore) {
    if (state == JobState.REJECTED) {
      return;
    }
    lies = where;
    state = JobState.RETRYING;
    failures = attempts.count();
    nextAttemptAt = notBefore.orElse(null);
    endedAt = null;
    Attempts.Failure first = attempts.first();
    if (first != null) {
      reason = why(first.code(), "");
    }
  }

  /// A dead letter: of all of it, or of those fixes that made no sense.
  void buried(DeadLetter letter, boolean whole) {
    reason = why(letter.reason().code(), letter.reason().message());
    if (whole) {
      failures = letter.attempts().count();
      end(JobState.REJECTED, letter.lastFailedAt());
    }
  }

  /// Its offset is committed, and nothing was told of a failure.
  void passed(@Nullable Instant when) {
    if (!isOver()) {
      end(JobState.DONE, when);
    }
  }

  void told(String event, Instant when) {
    events.add(event);
    if (event.equals("job.rejected")) {
      end(JobState.REJECTED, when);
    } else if (!isOver()) {
      end(JobState.DONE, when);
    } else if (endedAt == null) {
      endedAt = when;
    }
  }

  JobStatus status() {
    return new JobStatus(
        sent.id(),
        sent.type(),
        sent.userId(),
        sent.source(),
        state,
        state == JobState.DONE ? failures + 1 : failures,
        reason,
        sent.sentAt(),
        endedAt,
        nextAttemptAt,
        List.copyOf(events),
        sent.traceId(),
        sent.at());
  }

  private void end(JobState how, @Nullable Instant when) {
    state = how;
    nextAttemptAt = null;
    if (when != null) {
      endedAt = when;
    }
  }

  private static JobStatus.Why why(ReasonCode code, String message) {
    return new JobStatus.Why(code.name(), message);
  }
}
