package polo.common.edge.standby;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;

/// Writes a [RestorePoint] and then a [Heartbeat] into the store in use, again and again. Every
/// worker does; they agree by the later one.
public final class Beats implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

  private final SwitchedDocumentStore store;
  private final KafkaConnection kafka;
  private final Duration every;
  private final Clock clock;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Instant arrived;

  public Beats(
      SwitchedDocumentStore store, PoloSettings settings, Clock clock, MeterRegistry registry) {
    this.store = store;
    this.kafka = KafkaConnection.of(settings.kafka());
    this.every = settings.store().standby().beat();
    this.clock = clock;
    Gauge.builder("polo.store.standby.lag", this, Beats::lagSeconds)
        .description("How far the store that is not in use is behind, one beat included")
        .baseUnit("seconds")
        .register(registry);
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().daemon().name("store-beats").start(this::beat);
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

  private void beat() {
    try (Admin admin = kafka.admin()) {
      while (Thread.currentThread() == thread) {
        try {
          beat(admin);
        } catch (StoreUnavailableException | IllegalStateException e) {
          LOG.atDebug().setCause(e).log("no heartbeat");
        }
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      // The application ends.
    }
  }

  /// The offsets are read first: what they say was stored before.
  private void beat(Admin admin) {
    Instant now = clock.instant();
    GroupOffsets offsets = GroupOffsets.committed(admin);
    new RestorePoint(now, offsets).write(store);
    new Heartbeat(now, store.epoch().number()).write(store);
    DocumentStore other = store.at(store.epoch().active().other());
    Heartbeat.read(other).ifPresent(last -> arrived = last.at());
  }

  private double lagSeconds() {
    Instant last = arrived;
    return last == null ? Double.NaN : Duration.between(last, clock.instant()).toMillis() / 1000.0;
  }
}
