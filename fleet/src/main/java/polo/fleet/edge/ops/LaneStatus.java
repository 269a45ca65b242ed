package polo.fleet.edge.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.WorkerName;

/// A lane as the broker knows it.
///
/// @param lane its consumer group
/// @param topic it reads
/// @param waiting jobs that are not committed
/// @param oldestSeconds since the first of them was sent; null when none waits
/// @param perSecond jobs committed while we looked
/// @param etaSeconds until none waits, if nothing is sent and the rate stays; null when it stands
/// @param workers that are members of the group
public record LaneStatus(
    String lane,
    String topic,
    long waiting,
    @Nullable Double oldestSeconds,
    double perSecond,
    @Nullable Double etaSeconds,
    List<WorkerName> workers) {

  public LaneStatus {
    workers = List.copyOf(workers);
  }

  static LaneStatus of(
      String lane,
      String topic,
      long waiting,
      @Nullable Double oldestSeconds,
      double perSecond,
      List<WorkerName> workers) {
    Double eta = waiting == 0 ? Double.valueOf(0) : perSecond > 0 ? waiting / perSecond : null;
    return new LaneStatus(
        lane,
        topic,
        waiting,
        rounded(oldestSeconds),
        Math.round(perSecond * 10) / 10.0,
        rounded(eta),
        workers);
  }

  private static @Nullable Double rounded(@Nullable Double seconds) {
    return seconds == null ? null : Math.round(seconds * 10) / 10.0;
  }
}
