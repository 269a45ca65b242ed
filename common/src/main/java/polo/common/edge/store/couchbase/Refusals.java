package polo.common.edge.store.couchbase;

import com.couchbase.client.core.msg.Request;
import com.couchbase.client.core.msg.Response;
import com.couchbase.client.core.retry.BestEffortRetryStrategy;
import com.couchbase.client.core.retry.RetryAction;
import com.couchbase.client.core.retry.RetryReason;
import java.util.concurrent.CompletableFuture;

/// Retries as the client does by itself, but gives up early on what a node refused plainly. Whoever
/// asked has better things to do than to wait for the timeout, and learns for certain that nothing
/// was written; at the timeout nobody would know.
final class Refusals extends BestEffortRetryStrategy {

  /// The client waits 1, 2, 4… ms between attempts: about a quarter of a second in all.
  private static final int ATTEMPTS = 8;

  private final Runnable onPressure;

  Refusals(Runnable onPressure) {
    this.onPressure = onPressure;
  }

  /// A node answered that it will not; nothing was written.
  static final class RefusedException extends RuntimeException {
    RefusedException(String message) {
      super(message);
    }
  }

  @Override
  public CompletableFuture<RetryAction> shouldRetry(
      Request<? extends Response> request, RetryReason reason) {
    if (isTiredness(reason)) {
      onPressure.run();
    }
    boolean refused = isTiredness(reason) || reason == RetryReason.COLLECTION_NOT_FOUND;
    if (!refused || request.context().retryAttempts() < ATTEMPTS) {
      return super.shouldRetry(request, reason);
    }
    String why =
        reason == RetryReason.COLLECTION_NOT_FOUND
            ? "a collection is missing: run `polo init`"
            : "the node answers " + reason;
    return CompletableFuture.completedFuture(RetryAction.noRetry(_ -> new RefusedException(why)));
  }

  private static boolean isTiredness(RetryReason reason) {
    return reason == RetryReason.KV_TEMPORARY_FAILURE
        || reason == RetryReason.KV_ERROR_MAP_INDICATED
        || reason == RetryReason.KV_LOCKED
        || reason == RetryReason.KV_SYNC_WRITE_IN_PROGRESS
        || reason == RetryReason.KV_SYNC_WRITE_RE_COMMIT_IN_PROGRESS;
  }
}
