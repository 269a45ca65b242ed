package polo.common.edge.standby;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.store.StoreUnavailableException;

/// Something written into the store again and again, on a thread of its own, for as long as the
/// application runs. A round that fails is left out: the next says the same and more.
abstract class Rounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final String name;
  private final KafkaConnection kafka;
  private final Duration first;
  private final Duration every;
  private volatile @Nullable Thread thread;

  /// @param name of the thread
  /// @param first how long to wait before the first round
  /// @param every how long to wait after each
  Rounds(String name, KafkaConnection kafka, Duration first, Duration every) {
    this.name = name;
    this.kafka = kafka;
    this.first = first;
    this.every = every;
  }

  /// Throws [StoreUnavailableException], or `IllegalStateException` when the broker does not say.
  abstract void round(Admin admin);

  @Override
  public final void start() {
    Thread own = Thread.ofPlatform().daemon().name(name).unstarted(this::goOn);
    thread = own; // before it looks whether it is still wanted
    own.start();
  }

  @Override
  public final void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return thread != null;
  }

  private void goOn() {
    try (Admin admin = kafka.admin()) {
      Thread.sleep(first);
      while (Thread.currentThread() == thread) {
        try {
          round(admin);
        } catch (StoreUnavailableException | IllegalStateException e) {
          LOG.atDebug().setCause(e).log("a round of {} is left out", name);
        }
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      // The application ends.
    }
  }
}
