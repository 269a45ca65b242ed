package polo.common.edge.telemetry;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether every lane of this process is worked on: down as soon as one of them is stuck, because
/// the process would look alive and do nothing. Waiting for a store that is away is not being
/// stuck: a restart would not bring it back.
///
/// @param lanes how to ask each lane, by its group
public record LaneHealth(Map<String, Supplier<LaneCondition>> lanes) implements HealthIndicator {

  public LaneHealth {
    lanes = Map.copyOf(lanes);
  }

  @Override
  public Health health() {
    Map<String, LaneCondition> conditions = new TreeMap<>();
    lanes.forEach((lane, condition) -> conditions.put(lane, condition.get()));
    Health.Builder health =
        conditions.containsValue(LaneCondition.STUCK) ? Health.down() : Health.up();
    return health.withDetails(conditions).build();
  }
}
