package polo.fleet.edge.ops;

import java.util.List;

/// How a fleet is and what is wrong with it, as `polo status --json` and `/v1/status` tell it.
///
/// @param troubles what is not as it should be; empty when all is well
public record FleetReport(FleetStatus status, List<String> troubles) {

  public FleetReport {
    troubles = List.copyOf(troubles);
  }

  public static FleetReport of(FleetStatus status) {
    return new FleetReport(status, status.troubles());
  }
}
