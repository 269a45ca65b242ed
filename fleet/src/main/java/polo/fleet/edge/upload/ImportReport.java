package polo.fleet.edge.upload;

import java.time.Duration;
import polo.fleet.edge.files.FlawTally;

/// What an import did.
///
/// @param users how many users the fixes and photos are of
/// @param pointJobs jobs enqueued for the fixes; photos have a job each
/// @param flaws rows and files that were left out
public record ImportReport(
    long fixes, long pointJobs, long photos, int users, FlawTally flaws, Duration took) {

  public double fixesPerSecond() {
    return fixes / Math.max(1e-3, took.toNanos() / 1e9);
  }

  /// For people.
  public String line() {
    return "imported %,d fixes in %,d jobs and %,d photos of %,d users in %.1f s (%,.0f fixes/s)"
        .formatted(fixes, pointJobs, photos, users, took.toMillis() / 1e3, fixesPerSecond());
  }
}
