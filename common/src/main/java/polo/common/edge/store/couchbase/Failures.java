package polo.common.edge.store.couchbase;

import com.couchbase.client.core.error.CouchbaseException;
import com.couchbase.client.core.error.context.ErrorContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The client's failures, in a sentence. Its own messages carry pages of context.
final class Failures {

  private static final Pattern LAST_CONNECT_FAILURE =
      Pattern.compile("\"lastConnectAttemptFailure\":\"((?:[^\"\\\\]|\\\\.)*)");

  private Failures() {}

  /// What `handle` gets is null only when there was a result.
  static Throwable of(@Nullable Throwable failure) {
    return failure == null
        ? new IllegalStateException("neither result nor failure")
        : cause(failure);
  }

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  static String sentence(Throwable failure) {
    String kind = failure.getClass().getSimpleName().replace("Exception", "");
    if (failure instanceof CouchbaseException couchbase) {
      @Nullable Object reasons = facts(couchbase).get("retryReasons");
      return "Couchbase: " + kind + (reasons == null ? "" : " after " + reasons);
    }
    if (failure instanceof Requests.ClosedException) {
      return String.valueOf(failure.getMessage());
    }
    return "Couchbase: " + kind + ": " + failure.getMessage();
  }

  /// The last failure to connect, which only the message of a failed wait tells.
  static Optional<String> lastConnectFailure(CouchbaseException failure) {
    Matcher matcher = LAST_CONNECT_FAILURE.matcher(String.valueOf(failure.getMessage()));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Map<String, Object> facts(CouchbaseException failure) {
    @Nullable ErrorContext context = failure.context();
    return context == null ? Map.of() : context.exportAsMap();
  }
}
