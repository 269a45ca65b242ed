package polo.common.edge.standby;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.store.DocumentStore;

/// Writes a [RestorePoint] into the only store each minute, so that a backup of it says what it
/// lacks. Every worker does; any of them is as good as another.
public final class RestorePoints extends Rounds {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final DocumentStore store;
  private final Clock clock;

  public RestorePoints(DocumentStore store, KafkaConnection kafka, Clock clock) {
    super("restore-points", kafka, EVERY, EVERY);
    this.store = store;
    this.clock = clock;
  }

  @Override
  void round(Admin admin) {
    new RestorePoint(clock.instant(), GroupOffsets.committed(admin)).write(store);
  }
}
