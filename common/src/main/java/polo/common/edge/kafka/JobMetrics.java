package polo.common.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import polo.common.job.Outcome;

/// Counts how jobs end. Meters: `polo.jobs` (type, outcome, reason) and `polo.job.duration` (type).
public final class JobMetrics {

  private static final String NONE = "none";

  private final MeterRegistry registry;

  public JobMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /// One more job of this type ended so.
  ///
  /// @param type the job's wire name, or `unreadable`
  public void ended(String type, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done _ -> count(type, "done", NONE);
      case Outcome.Retry(var reason) -> count(type, "retry", reason.code().name());
      case Outcome.Reject(var reason) -> count(type, "reject", reason.code().name());
    }
  }

  public void took(String type, Duration duration) {
    registry.timer("polo.job.duration", "type", type).record(duration);
  }

  private void count(String type, String outcome, String reason) {
    registry.counter("polo.jobs", "type", type, "outcome", outcome, "reason", reason).increment();
  }
}
