package polo.common.edge.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.job.RetryPolicy;

/// Independent jobs of very different length, as many at once as there are slots, from one
/// consumer.
///
/// The thread that polls never works: it hands records to slots, pauses its partitions while all
/// slots are taken, and goes on polling, so a long job costs no membership. Offsets are committed
/// past whatever ended without a gap. A job that must be done again keeps its slot while it waits:
/// when the world is tired all slots soon wait, nothing more is taken, and the first that gets
/// through sets the pool going again.
///
/// One thread calls everything here.
final class SlotPool implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(SlotPool.class);
  private static final Duration TURN = Duration.ofMillis(100);
  private static final Duration COMMIT_EVERY = Duration.ofMillis(500);
  private static final Duration COMMIT_WAIT = Duration.ofSeconds(5);
  private static final RetryPolicy AFTER_EXCEPTIONS =
      new RetryPolicy(1, Duration.ofMillis(500), Duration.ofSeconds(30));

  private final Consumer<byte[], byte[]> consumer;
  private final SlotWork work;
  private final SlotRules rules;
  private final Slots slots;
  private final Clock clock;
  private final LaneMetrics metrics;

  private final Map<TopicPartition, OffsetTracker> trackers = new HashMap<>();
  private final Set<SlotJob> open = new LinkedHashSet<>();
  private final BlockingQueue<SlotJob.End> ended = new LinkedBlockingQueue<>();
  private final BlockingQueue<SlotJob> givenUp = new LinkedBlockingQueue<>();
  private Instant nextCommit = Instant.MIN;
  private boolean draining;

  /// Where jobs run.
  ///
  /// @param work as many threads as there are slots
  /// @param giveUp for giving up late jobs, whose own slot may never come back
  record Slots(Executor work, Executor giveUp) {}

  SlotPool(
      Consumer<byte[], byte[]> consumer,
      SlotWork work,
      SlotRules rules,
      Slots slots,
      Clock clock,
      LaneMetrics metrics) {
    this.consumer = consumer;
    this.work = work;
    this.rules = rules;
    this.slots = slots;
    this.clock = clock;
    this.metrics = metrics;
  }

  /// Settles what ended and takes what there is room for. Waits a tenth of a second at most, for
  /// records or for a slot.
  void turn() {
    settle(isFull() ? TURN : Duration.ZERO);
    giveUpLate();
    runAgainWhatIsDue();
    pauseAndResume();
    consumer.poll(isFull() ? Duration.ZERO : TURN).forEach(this::begin);
    commitNowAndThen();
    tellMetrics();
  }

  /// Finishes what runs, for at most `limit`, and takes nothing new.
  void drain(Duration limit) {
    draining = true;
    long deadline = System.nanoTime() + limit.toNanos();
    while (isAnyRunning(_ -> true) && System.nanoTime() < deadline) {
      settle(TURN);
      pauseAndResume();
      // Keeps the membership; all is paused, so it brings nothing.
      consumer.poll(Duration.ZERO);
    }
    commit(trackers.keySet());
  }

  /// Whether at least one slot is free or held by a job that may still end in time. When none is,
  /// all slots are lost until their jobs end, if ever.
  boolean anySlotHeeds() {
    return open.stream().filter(SlotJob::isLate).count() < rules.slots();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    metrics.rebalanced();
    assigned.forEach(partition -> trackers.put(partition, new OffsetTracker()));
    if (isFull()) {
      consumer.pause(assigned);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    long deadline = System.nanoTime() + rules.handover().toNanos();
    while (isAnyRunning(job -> revoked.contains(job.partition())) && System.nanoTime() < deadline) {
      settle(Duration.ofMillis(10));
    }
    commit(revoked);
    onPartitionsLost(revoked);
  }

  /// What still runs may end, and changes nothing that its next owner's run would not.
  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    lost.forEach(trackers::remove);
    open.removeIf(job -> job.isWaiting() && lost.contains(job.partition()));
  }

  private boolean isFull() {
    return draining || open.size() >= rules.slots();
  }

  private boolean isAnyRunning(Predicate<SlotJob> which) {
    return open.stream().filter(which).anyMatch(job -> !job.isWaiting() && !job.isLate());
  }

  private void begin(ConsumerRecord<byte[], byte[]> record) {
    OffsetTracker tracker =
        trackers.computeIfAbsent(
            new TopicPartition(record.topic(), record.partition()), _ -> new OffsetTracker());
    tracker.begin(record.offset());
    SlotJob job = new SlotJob(record, tracker);
    open.add(job);
    metrics.waited(Duration.ofMillis(clock.millis() - record.timestamp()));
    run(job);
  }

  private void run(SlotJob job) {
    job.waitUntil(null);
    slots
        .work()
        .execute(() -> {
          job.begins(clock.instant());
          Optional<Duration> again = answer(job, () -> work.work(job.record()));
          job.ends();
          ended.add(new SlotJob.End(job, again));
        });
  }

  /// Whatever a job does to its thread, the slot must come back.
  private Optional<Duration> answer(SlotJob job, Supplier<Optional<Duration>> task) {
    try {
      return task.get();
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("a job could not be carried out; it comes again");
      return Optional.of(
          AFTER_EXCEPTIONS.waitAfter(job.failed(), ThreadLocalRandom.current().nextDouble()));
    }
  }

  private void settle(Duration patience) {
    SlotJob.@Nullable End end = next(patience);
    while (end != null) {
      settle(end);
      end = ended.poll();
    }
    SlotJob buried = givenUp.poll();
    while (buried != null) {
      buried.through();
      buried = givenUp.poll();
    }
  }

  private SlotJob.@Nullable End next(Duration patience) {
    try {
      return ended.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void settle(SlotJob.End end) {
    SlotJob job = end.job();
    if (end.again().isPresent() && !job.isLate() && trackers.containsKey(job.partition())) {
      job.waitUntil(clock.instant().plus(end.again().get()));
      return;
    }
    open.remove(job);
    if (!job.isLate()) {
      job.through();
    }
  }

  /// A job that runs on after its interrupt keeps its slot until it ends: better a slot less than
  /// ever more threads.
  private void giveUpLate() {
    Instant limit = clock.instant().minus(rules.timeLimit());
    for (SlotJob job : List.copyOf(open)) {
      if (!job.isLate() && job.runsSinceBefore(limit)) {
        job.interrupt();
        slots.giveUp().execute(() -> giveUp(job));
      }
    }
  }

  private void giveUp(SlotJob job) {
    Reason reason =
        new Reason(
            ReasonCode.TIME_LIMIT, "not done after %d s".formatted(rules.timeLimit().toSeconds()));
    Optional<Duration> again = answer(job, () -> work.giveUp(job.record(), reason));
    while (again.isPresent() && slept(again.get())) {
      again = answer(job, () -> work.giveUp(job.record(), reason));
    }
    if (again.isEmpty()) {
      givenUp.add(job);
    }
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void runAgainWhatIsDue() {
    Instant now = clock.instant();
    open.stream().filter(job -> job.isDue(now)).forEach(this::run);
  }

  /// A partition far ahead of its oldest job waits for it; the others go on.
  private void pauseAndResume() {
    Set<TopicPartition> paused = new HashSet<>(consumer.assignment());
    if (!isFull()) {
      paused.removeIf(partition -> !isFarAhead(partition));
    }
    Set<TopicPartition> resumed = new HashSet<>(consumer.assignment());
    resumed.removeAll(paused);
    consumer.pause(paused);
    consumer.resume(resumed);
  }

  private boolean isFarAhead(TopicPartition partition) {
    OffsetTracker tracker = trackers.get(partition);
    return tracker != null && tracker.span() >= rules.span();
  }

  private void commitNowAndThen() {
    if (clock.instant().isBefore(nextCommit)) {
      return;
    }
    nextCommit = clock.instant().plus(COMMIT_EVERY);
    Map<TopicPartition, OffsetAndMetadata> offsets = committable(trackers.keySet());
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (committed, failure) -> {
            if (failure == null) {
              remember(committed);
            } else {
              metrics.commitFailed();
            }
          });
    }
  }

  /// A commit that fails costs doing some jobs again, and nothing else.
  private void commit(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = committable(partitions);
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, COMMIT_WAIT);
      remember(offsets);
    } catch (KafkaException e) {
      LOG.atWarn().setCause(e).log("offsets were not committed; their jobs are done again");
      metrics.commitFailed();
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committable(
      Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OffsetTracker tracker = trackers.get(partition);
      if (tracker != null) {
        tracker
            .committable()
            .ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
      }
    }
    return offsets;
  }

  private void remember(Map<TopicPartition, OffsetAndMetadata> committed) {
    committed.forEach((partition, offset) -> {
      OffsetTracker tracker = trackers.get(partition);
      if (tracker != null) {
        tracker.committed(offset.offset());
      }
    });
  }

  private void tellMetrics() {
    long oldest =
        open.stream().mapToLong(job -> job.record().timestamp()).min().orElse(clock.millis());
    metrics.state(
        open.size(), consumer.paused().size(), Duration.ofMillis(clock.millis() - oldest));
  }
}
