package polo.common.edge.kafka;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who a worker is, for people: in its dead letters, and with its version as the client id of its
/// consumers, so that whatever shows the members of a group shows it.
///
/// @param host the machine, or the container
/// @param pid of the process
/// @param version of Polo; `development` when it runs from its sources
public record WorkerName(String host, long pid, String version) {

  private static final AtomicInteger CONSUMERS = new AtomicInteger();
  private static final Pattern CLIENT_ID =
      Pattern.compile("[^@]+@([^@/]+)/(\\d{1,18})@([^@#]+)#.*");

  /// This process.
  public static WorkerName ofProcess() {
    String version = WorkerName.class.getPackage().getImplementationVersion();
    return new WorkerName(
        System.getenv().getOrDefault("HOSTNAME", "localhost"),
        ProcessHandle.current().pid(),
        Objects.requireNonNullElse(version, "development"));
  }

  /// Who a member of a group is; empty when it is none of Polo's workers.
  public static Optional<WorkerName> ofClientId(String clientId) {
    Matcher parts = CLIENT_ID.matcher(clientId);
    return parts.matches()
        ? Optional.of(
            new WorkerName(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /// `host/pid`.
  public String process() {
    return host + "/" + pid;
  }

  /// `group@host/pid@version#n`, another n for each consumer of the process.
  String clientId(String group) {
    return "%s@%s@%s#%d".formatted(group, process(), version, CONSUMERS.incrementAndGet());
  }
}
