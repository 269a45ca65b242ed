package polo.fleet.edge.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.Groups;

/// How a fleet is, from outside.
///
/// @param at when it was looked at
/// @param storeProblem why the store cannot be read; null when it can
/// @param deadLetters that nobody has settled; null while the store cannot be read
public record FleetStatus(
    Instant at, List<LaneStatus> lanes, @Nullable String storeProblem, @Nullable Long deadLetters) {

  /// A live job that waits longer is late; the bulk lane yields to keep it so.
  private static final double LATE_SECONDS = 30;

  /// Lanes that somebody waits for.
  private static final Set<String> LIVE = Set.of(Groups.GEO, Groups.PHOTOS);

  public FleetStatus {
    lanes = List.copyOf(lanes);
  }

  /// What is not as it should be, a sentence each; empty when all is well. Bulk work and dead
  /// letters may lie where they are.
  public List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    if (storeProblem != null) {
      troubles.add("the store cannot be read: " + storeProblem);
    }
    for (LaneStatus lane : lanes) {
      if (lane.workers().isEmpty() && (lane.waiting() > 0 || LIVE.contains(lane.lane()))) {
        troubles.add(
            "%s has no worker, and %d jobs wait for one".formatted(lane.lane(), lane.waiting()));
      } else if (LIVE.contains(lane.lane()) && isLate(lane)) {
        troubles.add(
            "%s is late: its oldest job waits for %.0f s"
                .formatted(lane.lane(), lane.oldestSeconds()));
      }
    }
    return List.copyOf(troubles);
  }

  private static boolean isLate(LaneStatus lane) {
    return lane.oldestSeconds() != null && lane.oldestSeconds() > LATE_SECONDS;
  }
}
