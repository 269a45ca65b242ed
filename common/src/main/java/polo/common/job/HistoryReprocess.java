package polo.common.job;

import org.jspecify.annotations.Nullable;
import polo.common.time.TimeSpan;

/// Derive a user's history anew from the stored fixes.
///
/// @param span only this stretch; absent means all of it
public record HistoryReprocess(String userId, @Nullable TimeSpan span) implements Job {

  @Override
  public JobType type() {
    return JobType.HISTORY_REPROCESS;
  }
}
