package polo.common.edge.standby;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;

/// Writes a [RestorePoint] into the only store each minute, so that a backup of it says what it
/// lacks. Every worker does; any of them is as good as another.
public final class RestorePoints implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RestorePoints.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final DocumentStore store;
  private final KafkaConnection kafka;
  private final Clock clock;
  private volatile @Nullable Thread thread;

  public RestorePoints(DocumentStore store, KafkaConnection kafka, Clock clock) {
    this.store = store;
    this.kafka = kafka;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().daemon().name("restore-points").start(this::keepWriting);
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void keepWriting() {
    try (Admin admin = kafka.admin()) {
      while (Thread.currentThread() == thread) {
        Thread.sleep(EVERY);
        try {
          new RestorePoint(clock.instant(), GroupOffsets.committed(admin)).write(store);
        } catch (StoreUnavailableException | IllegalStateException e) {
          LOG.atDebug().setCause(e).log("no restore point");
        }
      }
    } catch (InterruptedException e) {
      // The application ends.
    }
  }
}
