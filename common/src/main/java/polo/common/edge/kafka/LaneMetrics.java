package polo.common.edge.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How a lane is doing. Meters, all with the tag `lane`: `polo.lane.in.flight` jobs,
/// `polo.lane.paused` partitions, `polo.lane.oldest` seconds since the oldest job in flight was
/// sent, `polo.lane.wait` from sent to begun, `polo.lane.rebalances`, `polo.lane.commit.failures`.
final class LaneMetrics {

  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong paused = new AtomicLong();
  private final AtomicLong oldestMillis = new AtomicLong();
  private final Timer wait;
  private final Counter rebalances;
  private final Counter commitFailures;

  LaneMetrics(MeterRegistry registry, String lane) {
    Tags tags = Tags.of("lane", lane);
    registry.gauge("polo.lane.in.flight", tags, inFlight);
    registry.gauge("polo.lane.paused", tags, paused);
    registry.gauge("polo.lane.oldest", tags, oldestMillis, millis -> millis.get() / 1000.0);
    wait = registry.timer("polo.lane.wait", tags);
    rebalances = registry.counter("polo.lane.rebalances", tags);
    commitFailures = registry.counter("polo.lane.commit.failures", tags);
  }

  void state(int jobsInFlight, int partitionsPaused, Duration oldest) {
    inFlight.set(jobsInFlight);
    paused.set(partitionsPaused);
    oldestMillis.set(oldest.toMillis());
  }

  void waited(Duration sinceSent) {
    wait.record(sinceSent);
  }

  void rebalanced() {
    rebalances.increment();
  }

  void commitFailed() {
    commitFailures.increment();
  }
}
