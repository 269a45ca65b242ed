package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Slots here run a job only when the test says so.
class SlotPoolTest {

  private static final String TOPIC = "jobs";
  private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final Deque<Runnable> slots = new ArrayDeque<>();
  private final Script script = new Script();
  private final Hand clock = new Hand();
  private final SlotPool pool =
      new SlotPool(
          consumer,
          script,
          new SlotRules(2, LIMIT, Duration.ofMillis(50), 3),
          new SlotPool.Slots(slots::add, Runnable::run),
          clock,
          new LaneMetrics(new SimpleMeterRegistry(), "test"));

  @BeforeEach
  void join() {
    consumer.subscribe(List.of(TOPIC), pool);
    consumer.rebalance(List.of(FIRST, SECOND));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.setMaxPollRecords(1);
  }

  @Test
  void a_job_that_ends_early_is_not_committed_past_one_that_still_runs() {
    send(FIRST, 2);
    turns(2);

    slots.removeLast().run();
    turns(1);

    assertThat(committed(FIRST)).isZero();

    slots.removeLast().run();
    turns(1);

    assertThat(committed(FIRST)).isEqualTo(2);
  }

  @Test
  void nothing_is_taken_while_all_slots_are_taken() {
    send(FIRST, 5);

    turns(4);

    assertThat(slots).hasSize(2);
    assertThat(consumer.paused()).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void a_free_slot_takes_the_next() {
    send(FIRST, 5);
    turns(3);

    slots.removeFirst().run();
    turns(2);

    assertThat(slots).hasSize(2);
    assertThat(script.begun).containsExactly("0/0");
  }

  @Test
  void a_job_that_must_come_again_keeps_its_slot_and_runs_when_it_is_due() {
    script.answer("0/0", Duration.ofSeconds(5));
    send(FIRST, 1);
    turns(1);
    slots.remove().run();
    turns(1);

    assertThat(slots).isEmpty();
    assertThat(committed(FIRST)).isZero();

    clock.goOn(Duration.ofSeconds(5));
    turns(1);
    slots.remove().run();
    turns(1);

    assertThat(script.begun).containsExactly("0/0", "0/0");
    assertThat(committed(FIRST)).isEqualTo(1);
  }

  @Test
  void when_all_jobs_wait_for_a_tired_world_no_more_are_taken_and_no_partition_is_lost() {
    script.answer("0/0", Duration.ofSeconds(5));
    script.answer("0/1", Duration.ofSeconds(5));
    send(FIRST, 5);
    turns(2);
    slots.removeFirst().run();
    slots.removeFirst().run();

    turns(3);

    assertThat(slots).isEmpty();
    assertThat(consumer.paused()).containsExactlyInAnyOrder(FIRST, SECOND);
    assertThat(consumer.assignment()).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void a_job_that_ends_with_an_exception_comes_again() {
    script.fail("0/0");
    send(FIRST, 1);
    turns(1);
    slots.remove().run();
    turns(1);

    clock.goOn(Duration.ofMinutes(1));
    turns(1);
    slots.remove().run();
    turns(1);

    assertThat(script.begun).containsExactly("0/0", "0/0");
    assertThat(committed(FIRST)).isEqualTo(1);
  }

  @Test
  void a_partition_far_ahead_of_its_oldest_job_waits_and_the_others_go_on() {
    send(FIRST, 5);
    turns(2);
    slots.removeLast().run();
    turns(2);
    slots.removeLast().run();
    turns(1);

    assertThat(consumer.paused()).containsExactly(FIRST);
    assertThat(script.begun).containsExactly("0/1", "0/2");

    send(SECOND, 1);
    turns(1);
    slots.removeLast().run();

    assertThat(script.begun).containsExactly("0/1", "0/2", "1/0");
  }

  @Test
  void a_job_that_outlives_its_time_is_given_up_and_committed_though_it_runs_on() {
    send(FIRST, 1);
    turns(1);
    script.during(
        "0/0",
        () -> {
          clock.goOn(LIMIT.plusSeconds(1));
          turns(2);
        });

    slots.remove().run();
    turns(1);

    assertThat(script.givenUp).containsExactly("0/0 TIME_LIMIT");
    assertThat(committed(FIRST)).isEqualTo(1);
  }

  @Test
  void a_pool_whose_every_slot_is_held_by_a_late_job_says_so_until_one_ends() {
    List<Boolean> heeded = new ArrayList<>();
    send(FIRST, 2);
    turns(2);
    script.during("0/0", () -> slots.remove().run());
    script.during(
        "0/1",
        () -> {
          clock.goOn(LIMIT.plusSeconds(1));
          turns(1);
          heeded.add(pool.anySlotHeeds());
        });

    slots.remove().run();
    turns(1);
    heeded.add(pool.anySlotHeeds());

    assertThat(heeded).containsExactly(false, true);
  }

  @Test
  void a_revoked_partition_commits_what_ended_and_forgets_the_rest() {
    send(FIRST, 2);
    turns(2);
    slots.removeFirst().run();

    consumer.rebalance(List.of(SECOND));
    slots.removeFirst().run();
    turns(1);
    consumer.rebalance(List.of(FIRST, SECOND));

    assertThat(committed(FIRST)).isEqualTo(1);
  }

  @Test
  void a_drain_commits_what_runs_and_takes_nothing_new() {
    send(FIRST, 5);
    turns(2);
    slots.removeFirst().run();
    slots.removeFirst().run();

    pool.drain(Duration.ofSeconds(10));

    assertThat(slots).isEmpty();
    assertThat(committed(FIRST)).isEqualTo(2);
  }

  private void send(TopicPartition partition, int count) {
    LongStream.range(0, count)
        .mapToObj(offset ->
            new ConsumerRecord<>(TOPIC, partition.partition(), offset, new byte[0], new byte[0]))
        .forEach(consumer::addRecord);
  }

  /// Far enough apart that each may commit.
  private void turns(int count) {
    for (int turn = 0; turn < count; turn++) {
      clock.goOn(Duration.ofMillis(600));
      pool.turn();
    }
  }

  private long committed(TopicPartition partition) {
    OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? 0 : offset.offset();
  }

  /// What jobs answer; through at once unless told otherwise.
  private static final class Script implements SlotWork {

    private final List<String> begun = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final Map<String, Duration> answers = new HashMap<>();
    private final Map<String, Runnable> during = new HashMap<>();

    void answer(String job, Duration again) {
      answers.put(job, again);
    }

    void fail(String job) {
      during(
          job,
          () -> {
            throw new IllegalStateException("the broker did not take it");
          });
    }

    void during(String job, Runnable what) {
      during.put(job, what);
    }

    @Override
    public Optional<Duration> work(ConsumerRecord<byte[], byte[]> record) {
      String name = name(record);
      begun.add(name);
      Optional.ofNullable(during.remove(name)).ifPresent(Runnable::run);
      return Optional.ofNullable(answers.remove(name));
    }

    @Override
    public Optional<Duration> giveUp(ConsumerRecord<byte[], byte[]> record, Reason reason) {
      givenUp.add(name(record) + " " + reason.code());
      assertThat(reason.code()).isEqualTo(ReasonCode.TIME_LIMIT);
      return Optional.empty();
    }

    private static String name(ConsumerRecord<byte[], byte[]> record) {
      return record.partition() + "/" + record.offset();
    }
  }

  /// A clock that is moved by hand.
  private static final class Hand extends Clock {

    private Instant now = Instant.parse("2026-05-08T10:00:00Z");

    void goOn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
