package polo.common.job;

import java.time.Duration;

/// Exponential back-off with full jitter: the wait before attempt n is uniform in `(0, min(longest,
/// first * 2^(n-1))]`, so that many waiting workers don't come back at once.
///
/// @param attempts how often a job is tried in all
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  public RetryPolicy {
    if (attempts < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("needs attempts >= 1 and 0 < first <= longest");
    }
  }

  public boolean isExhaustedAfter(int attemptsMade) {
    return attemptsMade >= attempts;
  }

  /// How long to wait after `attemptsMade` attempts.
  ///
  /// @param random uniform in [0, 1)
  public Duration waitAfter(int attemptsMade, double random) {
    // 2^40 milliseconds is 34 years: the shift cannot overflow below it.
    int doublings = Math.min(attemptsMade - 1, 40);
    double ceiling =
        Math.min(
            (double) longest.toMillis(),
            (double) first.toMillis() * (1L << Math.max(0, doublings)));
    return Duration.ofMillis(Math.max(1, (long) Math.ceil(ceiling * (1 - random))));
  }
}
