package polo.fleet.edge.api;

import java.util.List;
import java.util.Set;
import polo.common.edge.blob.BlobKeys;

/// What a caller may do.
public sealed interface Access {

  /// Methods that change nothing.
  Set<String> READING = Set.of("GET", "HEAD");

  /// Reads and writes everything.
  record Everything() implements Access {}

  /// Reads everything, writes nothing.
  record Reading() implements Access {}

  /// Reads and writes what is of one user: for a phone.
  record OneUser(String userId) implements Access {}

  /// Whether it may ask this at all. Who the user of an upload or of a job is, only its body says:
  /// see [#mayActFor].
  ///
  /// @param path the request's path as decoded segments
  default boolean mayAsk(String method, List<String> path) {
    return switch (this) {
      case Everything _ -> true;
      case Reading _ -> READING.contains(method);
      case OneUser(var userId) -> isOf(userId, path);
    };
  }

  /// Whether it may do something that is `userId`'s.
  default boolean mayActFor(String userId) {
    return switch (this) {
      case Everything _, Reading _ -> true;
      case OneUser(var own) -> own.equals(userId);
    };
  }

  private static boolean isOf(String userId, List<String> path) {
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "v1" -> path.size() > 1 && isOfApi(userId, path.subList(1, path.size()));
      case "users" -> path.size() == 2 && path.get(1).equals(userId);
      case "renditions" ->
          BlobKeys.prefixes(userId).stream().anyMatch((String.join("/", path) + "/")::startsWith);
      case "reverse" -> true;
      default -> false;
    };
  }

  private static boolean isOfApi(String userId, List<String> path) {
    return switch (path.getFirst()) {
      case "users" -> path.size() > 1 && path.get(1).equals(userId);
      case "fixes", "photos" -> path.size() == 1;
      case "jobs" -> path.size() == 2;
      default -> false;
    };
  }
}
