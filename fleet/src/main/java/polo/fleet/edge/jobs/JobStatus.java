package polo.fleet.edge.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.Origin;

/// What is known of a job.
///
/// @param id its `ce_id`
/// @param type its `ce_type`
/// @param userId absent when its body does not say it
/// @param source who asked
/// @param attempts how often it was tried, as far as anybody told: attempts that fail in place are
///   known once the job is given up
/// @param reason why the last attempt failed; with a job that is done, what of it was left out
/// @param sentAt when the queue took it
/// @param endedAt absent until it is over, and when it was over before anybody looked
/// @param nextAttemptAt absent when none is planned
/// @param events what it told, by type
/// @param traceId absent when it carries no trace
/// @param at where it was sent
public record JobStatus(
    String id,
    String type,
    @Nullable String userId,
    String source,
    JobState state,
    int attempts,
    @Nullable Why reason,
    Instant sentAt,
    @Nullable Instant endedAt,
    @Nullable Instant nextAttemptAt,
    List<String> events,
    @Nullable String traceId,
    Origin at) {

  public JobStatus {
    events = List.copyOf(events);
  }

  /// A reason as it is answered: the code as the contract has it.
  public record Why(String code, String message) {}
}
