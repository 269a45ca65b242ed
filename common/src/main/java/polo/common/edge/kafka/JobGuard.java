package polo.common.edge.kafka;

import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.edge.blob.BlobStoreUnavailableException;
import polo.common.edge.store.OneStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.job.Outcome;
import polo.common.job.ReasonCode;

/// The one place where exceptions become outcomes: a tired world is a retry, and so is our own
/// mistake, until its attempts are used up.
public final class JobGuard {

  private static final Logger LOG = LoggerFactory.getLogger(JobGuard.class);

  private JobGuard() {}

  public static Outcome outcomeOf(Supplier<Outcome> work) {
    return guarded(work, outcome -> outcome);
  }

  /// For work that may end in more ways than jobs do.
  public static <T> T guarded(Supplier<T> work, Function<Outcome, T> failed) {
    try {
      return OneStore.throughout(work);
    } catch (StoreUnavailableException e) {
      return failed.apply(Outcome.retry(ReasonCode.STORE_UNAVAILABLE, message(e)));
    } catch (BlobStoreUnavailableException e) {
      return failed.apply(Outcome.retry(ReasonCode.BLOB_STORE_UNAVAILABLE, message(e)));
    } catch (RuntimeException | StackOverflowError e) {
      // Too deep is a mistake like another: the stack is free again, and the job must not loop.
      LOG.atError().setCause(e).log("a job failed unexpectedly");
      return failed.apply(
          Outcome.retry(ReasonCode.UNEXPECTED, e.getClass().getSimpleName() + ": " + message(e)));
    }
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
