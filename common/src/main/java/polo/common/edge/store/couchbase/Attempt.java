package polo.common.edge.store.couchbase;

import com.couchbase.client.core.error.CasMismatchException;
import com.couchbase.client.core.error.DocumentExistsException;
import com.couchbase.client.core.error.DocumentNotFoundException;
import com.couchbase.client.core.error.DurabilityImpossibleException;
import com.couchbase.client.core.error.DurabilityLevelNotAvailableException;
import com.couchbase.client.core.error.FeatureNotAvailableException;
import com.couchbase.client.core.error.RequestCanceledException;
import com.couchbase.client.core.error.ServerOutOfMemoryException;
import com.couchbase.client.core.error.TemporaryFailureException;
import com.couchbase.client.core.error.TimeoutException;
import com.couchbase.client.core.error.ValueTooLargeException;
import com.couchbase.client.core.error.context.CancellationErrorContext;
import com.couchbase.client.core.error.subdoc.DocumentNotJsonException;
import com.couchbase.client.core.error.subdoc.PathExistsException;
import com.couchbase.client.core.error.subdoc.PathInvalidException;
import com.couchbase.client.core.error.subdoc.PathMismatchException;
import com.couchbase.client.core.error.subdoc.PathNotFoundException;
import com.couchbase.client.core.error.subdoc.PathTooDeepException;
import com.couchbase.client.core.error.subdoc.ValueTooDeepException;
import org.jspecify.annotations.Nullable;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// How sending a write once ended.
sealed interface Attempt {

  /// It is known how.
  record Ended(WriteResult result) implements Attempt {}

  /// Nobody knows whether it was written.
  record Unknown(String why) implements Attempt {}

  /// Not written: what was asked for cannot be said by path alone.
  record NotByPath() implements Attempt {}

  /// Reads a failure of the client. What it says of a write it has not sent, or that a node
  /// refused, is certain; of all else it knows nothing, whatever the exception is called: a
  /// connection that is cut and an answer that does not come look different and mean the same.
  static Attempt of(Throwable failure, Write write) {
    return switch (failure) {
      case DocumentExistsException _ -> new Ended(new WriteResult.Exists());
      case CasMismatchException _ -> new Ended(new WriteResult.Stale());
      case DocumentNotFoundException _ -> new Ended(missing(write));
      case ValueTooLargeException _ -> new Ended(new WriteResult.TooLarge(bytes(write)));
      case PathExistsException _ -> new Ended(new WriteResult.Exists());
      case PathNotFoundException _ -> new NotByPath();
      case PathMismatchException _ -> new NotByPath();
      case PathInvalidException _ -> new NotByPath();
      case PathTooDeepException _ -> new NotByPath();
      case ValueTooDeepException _ -> new NotByPath();
      case DocumentNotJsonException _ -> new NotByPath();
      case Refusals.RefusedException _ -> unavailable(failure);
      case ServerOutOfMemoryException _ -> unavailable(failure);
      case TemporaryFailureException _ -> unavailable(failure);
      case DurabilityImpossibleException _ -> unavailable(failure);
      case DurabilityLevelNotAvailableException _ -> unavailable(failure);
      case FeatureNotAvailableException _ -> unavailable(failure);
      case TimeoutException timeout when wasNeverSent(timeout.context()) -> unavailable(failure);
      case RequestCanceledException cancel when wasNeverSent(cancel.context()) ->
          unavailable(failure);
      default -> new Unknown(Failures.sentence(failure));
    };
  }

  private static Attempt unavailable(Throwable failure) {
    return new Ended(new WriteResult.Unavailable(Failures.sentence(failure)));
  }

  private static boolean wasNeverSent(@Nullable CancellationErrorContext context) {
    return context != null
        && context.requestContext() != null
        && context.requestContext().lastDispatchedTo() == null;
  }

  private static WriteResult missing(Write write) {
    return switch (write) {
      case Write.Create _ -> throw new IllegalStateException("creating needs no document");
      case Write.Replace _ -> new WriteResult.Stale();
      case Write.Remove _ -> new WriteResult.Skipped();
      case Write.PatchPaths _ -> new WriteResult.Skipped();
    };
  }

  private static long bytes(Write write) {
    return switch (write) {
      case Write.Create(_, var json) -> json.length;
      case Write.Replace(_, _, var json) -> json.length;
      case Write.Remove _ -> 0;
      case Write.PatchPaths(_, var patches) -> Patches.bytes(patches);
    };
  }
}
