package polo.fleet.edge.chaos;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.Topics;

/// Looks at the lane of live fixes ten times a second: how much is done, how long a partition with
/// work stood still, and when all that was there at a moment was through. While brokers do not
/// answer it sees nothing, and time goes on.
final class Watch implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /// A moment, and what was there then.
  private record Mark(long at, Map<Integer, Long> ends) {}

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> latest;
  private final LongConsumer progress;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;

  // All guarded by this.
  private final Map<Integer, Long> committed = new HashMap<>();
  private final Map<Integer, Long> ends = new HashMap<>();
  private final Map<Integer, Long> standing = new HashMap<>();
  private final Map<Integer, Long> worst = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private long looks;

  /// @param progress told what is done in all, from one thread
  Watch(String bootstrap, int partitions, LongConsumer progress) {
    // An answer that takes longer than this is asked for again: brokers die here.
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "request.timeout.ms",
                2_000,
                "default.api.timeout.ms",
                3_000));
    this.latest =
        IntStream.range(0, partitions)
            .boxed()
            .collect(
                toMap(part -> new TopicPartition(Topics.POINTS, part), _ -> OffsetSpec.latest()));
    this.progress = progress;
    this.thread = Thread.ofPlatform().name("watch").daemon().start(this::run);
  }

  /// Records done, by the offsets that workers committed.
  synchronized long done() {
    return committed.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Whether something sent waits, as far as the last look saw.
  synchronized boolean isWorking() {
    return done() < ends.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Waits for a look that began after this was asked.
  void lookAgain() throws InterruptedException {
    long before = looks();
    Patience.await("a look at the brokers", Duration.ofMinutes(1), () -> looks() >= before + 2);
  }

  /// Starts a clock that stops once all that is there now is done.
  synchronized void mark() {
    marks.add(new Mark(System.nanoTime(), Map.copyOf(ends)));
  }

  synchronized boolean hasOpenMarks() {
    return !marks.isEmpty();
  }

  /// What the clocks that stopped since the last call told.
  synchronized List<Duration> recoveries() {
    List<Duration> told = List.copyOf(recoveries);
    recoveries.clear();
    return told;
  }

  synchronized void forgetPauses() {
    worst.clear();
    standing.replaceAll((_, _) -> System.nanoTime());
  }

  /// The longest that one of these partitions had work and nobody finished any of it.
  synchronized Duration worstPauseOf(Set<Integer> partitions) {
    long now = System.nanoTime();
    return Duration.ofNanos(
        partitions.stream()
            .mapToLong(part ->
                Math.max(
                    worst.getOrDefault(part, 0L),
                    standing.containsKey(part) ? now - standing.get(part) : 0))
            .max()
            .orElse(0));
  }

  /// The partitions of each member of the group.
  Map<String, Set<Integer>> owners() throws Exception {
    Map<String, Set<Integer>> owners = new HashMap<>();
    for (ConsumerGroupDescription group :
        admin.describeConsumerGroups(List.of(Groups.GEO)).all().get().values()) {
      for (MemberDescription member : group.members()) {
        owners.put(
            member.consumerId(),
            member.assignment().topicPartitions().stream()
                .map(TopicPartition::partition)
                .collect(toSet()));
      }
    }
    return owners;
  }

  @Override
  public void close() {
    over.countDown();
    thread.interrupt();
    admin.close(Duration.ZERO);
  }

  private synchronized long looks() {
    return looks;
  }

  private void run() {
    try {
      while (!over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
        progress.accept(done());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(Groups.GEO).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, ListOffsetsResultInfo> last = admin.listOffsets(latest).all().get();
      note(offsets, last);
    } catch (ExecutionException e) {
      // Nobody answers just now.
    }
  }

  private synchronized void note(
      Map<TopicPartition, OffsetAndMetadata> offsets,
      Map<TopicPartition, ListOffsetsResultInfo> last) {
    long now = System.nanoTime();
    for (TopicPartition partition : latest.keySet()) {
      int part = partition.partition();
      OffsetAndMetadata offset = offsets.get(partition);
      long done = offset == null ? 0 : offset.offset();
      ListOffsetsResultInfo found = last.get(partition);
      long end = found == null ? done : found.offset();
      boolean moved = done != committed.getOrDefault(part, 0L);
      if (standing.containsKey(part) && (moved || done >= end)) {
        worst.merge(part, now - standing.get(part), Math::max);
        standing.remove(part);
      }
      if (done < end) {
        standing.putIfAbsent(part, now);
      }
      committed.put(part, done);
      ends.put(part, end);
    }
    looks++;
    marks.removeIf(mark -> {
      boolean through =
          mark.ends().entrySet().stream()
              .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
      if (through) {
        recoveries.add(Duration.ofNanos(now - mark.at()));
      }
      return through;
    });
  }
}
