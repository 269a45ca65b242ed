package polo.common.edge.standby;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;

/// Writes a [RestorePoint] and then a [Heartbeat] into the store in use, again and again. Every
/// worker does; they agree by the later one.
public final class Beats extends Rounds {

  private final SwitchedDocumentStore store;
  private final Clock clock;
  private volatile @Nullable Instant arrived;

  public Beats(
      SwitchedDocumentStore store, PoloSettings settings, Clock clock, MeterRegistry registry) {
    super(
        "store-beats",
        KafkaConnection.of(settings.kafka()),
        Duration.ZERO,
        settings.store().standby().beat());
    this.store = store;
    this.clock = clock;
    Gauge.builder("polo.store.standby.lag", this, Beats::lagSeconds)
        .description("How far the store that is not in use is behind, one beat included")
        .baseUnit("seconds")
        .register(registry);
  }

  /// The offsets are read first: what they say was stored before.
  @Override
  void round(Admin admin) {
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
