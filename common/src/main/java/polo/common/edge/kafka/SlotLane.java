package polo.common.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.telemetry.LaneCondition;

/// A lane whose jobs are worked on in a [SlotPool]. It starts and stops with the application; a
/// stop finishes what runs within the drain time, commits it and leaves the group.
///
/// A consumer that fails beyond repair is replaced by a new one, for as long as the lane runs.
public final class SlotLane implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SlotLane.class);
  private static final Duration CLOSE = Duration.ofSeconds(3);
  private static final Duration BETWEEN_CONSUMERS = Duration.ofSeconds(2);

  /// A turn takes a tenth of a second, a commit before a rebalance some seconds.
  private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

  private final Lane lane;
  private final SlotWork work;
  private final SlotRules rules;
  private final PoloSettings.Kafka settings;
  private final LaneMetrics metrics;

  private volatile boolean wanted;
  private volatile @Nullable Thread poller;
  private volatile long lastTurn;
  private volatile boolean anySlotHeeds = true;

  SlotLane(
      Lane lane,
      SlotWork work,
      SlotRules rules,
      PoloSettings.Kafka settings,
      MeterRegistry registry) {
    this.lane = lane;
    this.work = work;
    this.rules = rules;
    this.settings = settings;
    this.metrics = new LaneMetrics(registry, lane.group());
  }

  @Override
  public void start() {
    if (!isRunning()) {
      wanted = true;
      lastTurn = System.nanoTime();
      poller = Thread.ofPlatform().name(lane.group()).start(this::keepPolling);
    }
  }

  @Override
  public void stop() {
    wanted = false;
    Thread thread = poller;
    if (thread != null) {
      awaitEnd(thread);
    }
  }

  /// Lanes drain side by side: the application asks all of them before it waits for any.
  @Override
  public void stop(Runnable whenStopped) {
    wanted = false;
    Thread.ofVirtual()
        .start(() -> {
          stop();
          whenStopped.run();
        });
  }

  @Override
  public boolean isRunning() {
    Thread thread = poller;
    return thread != null && thread.isAlive();
  }

  /// The consumer group that works on it.
  public String group() {
    return lane.group();
  }

  public LaneCondition condition() {
    boolean turning = System.nanoTime() - lastTurn < LONGEST_TURN.toNanos();
    return !wanted || isRunning() && turning && anySlotHeeds
        ? LaneCondition.FINE
        : LaneCondition.STUCK;
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepPolling() {
    while (wanted) {
      try {
        poll();
      } catch (KafkaException e) {
        lastTurn = System.nanoTime();
        LOG.atError().setCause(e).addKeyValue("lane", lane.group()).log("a new consumer is needed");
        pauseBetweenConsumers();
      }
    }
  }

  private void poll() {
    Consumer<byte[], byte[]> consumer = new LaneConsumers(settings).open(lane);
    ExecutorService slots =
        Executors.newFixedThreadPool(
            rules.slots(), Thread.ofPlatform().daemon().name(lane.group() + "-slot-", 0).factory());
    ExecutorService undertakers = Executors.newVirtualThreadPerTaskExecutor();
    try {
      SlotPool pool =
          new SlotPool(
              consumer,
              work,
              rules,
              new SlotPool.Slots(slots, undertakers),
              Clock.systemUTC(),
              metrics);
      consumer.subscribe(List.of(lane.topic()), pool);
      while (wanted) {
        pool.turn();
        lastTurn = System.nanoTime();
        anySlotHeeds = pool.anySlotHeeds();
      }
      pool.drain(settings.drain());
    } finally {
      slots.shutdownNow();
      undertakers.shutdownNow();
      consumer.close(CloseOptions.timeout(CLOSE));
    }
  }

  private void pauseBetweenConsumers() {
    try {
      Thread.sleep(BETWEEN_CONSUMERS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
