package polo.common.edge.standby;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import polo.common.edge.kafka.KafkaConnection;

/// Follows [ControlTopic] in this process: tells the store which epoch is in force, and empties the
/// lanes while it is fenced, so that their groups can be sent back.
///
/// From the fence on, the store refuses what is asked of it. What it was asked before has a moment
/// to be answered and is then given up: a store that is being left because it is dead must not be
/// waited for. The jobs concerned end as with any store that is away, and come again.
public final class StoreFollower implements SmartLifecycle {

  /// What works on jobs in this process.
  public interface Lanes {

    /// Tells all lanes at once to finish what was begun and to leave their groups. Completes when
    /// all have.
    CompletableFuture<Void> stop();

    void start();

    /// Whether any lane is at work, or still stopping.
    boolean isAnyRunning();
  }

  private static final Logger LOG = LoggerFactory.getLogger(StoreFollower.class);

  /// How long to wait for news; also the moment that requests have after a fence.
  private static final Duration TURN = Duration.ofSeconds(1);

  private final SwitchedDocumentStore store;
  private final KafkaConnection kafka;
  private final Lanes lanes;
  private @Nullable CompletableFuture<Void>
      stopping; // of the follower's thread; absent while lanes run
  private volatile boolean wanted;
  private volatile @Nullable Thread thread;

  public StoreFollower(SwitchedDocumentStore store, KafkaConnection kafka, Lanes lanes) {
    this.store = store;
    this.kafka = kafka;
    this.lanes = lanes;
  }

  @Override
  public void start() {
    wanted = true;
    thread = Thread.ofPlatform().daemon().name("store-follower").start(this::follow);
  }

  @Override
  public void stop() {
    wanted = false;
    Thread running = thread;
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    Thread running = thread;
    return running != null && running.isAlive();
  }

  private void follow() {
    try (ControlTopic topic = ControlTopic.open(kafka)) {
      while (wanted) {
        try {
          hear(topic.latest(TURN));
        } catch (KafkaException e) {
          // The lease runs out by itself.
          LOG.warn("the broker does not say which store is in use: {}", e.getMessage());
        }
      }
    }
  }

  private void hear(StoreEpoch epoch) {
    if (epoch.number() > store.epoch().number()) {
      LOG.atInfo()
          .addKeyValue("epoch", epoch.number())
          .addKeyValue("active", epoch.active())
          .addKeyValue("fenced", epoch.fenced())
          .log("another epoch of the store");
    }
    store.hear(epoch);
    if (epoch.fenced()) {
      leave();
    } else if (stopping != null && stopping.isDone()) {
      stopping = null;
      lanes.start();
    }
  }

  /// Done at every turn of a fence: lanes that the application starts meanwhile stop as well.
  private void leave() {
    if (stopping != null && !stopping.isDone()) {
      store.abandon();
    } else if (lanes.isAnyRunning()) {
      stopping = lanes.stop();
    }
  }
}
