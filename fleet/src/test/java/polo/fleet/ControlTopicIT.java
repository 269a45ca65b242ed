package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.Topics;
import polo.common.edge.standby.ControlTopic;
import polo.common.edge.standby.OvertakenException;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.StoreEpoch;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;

/// Two operators switch at once: one of them does, the other is told.
class ControlTopicIT {

  private static final Duration MOMENT = Duration.ofMillis(200);

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private ControlTopic ada;
  private ControlTopic bob;

  @BeforeEach
  void start() throws IOException, ExecutionException, InterruptedException {
    broker = EmbeddedBroker.start(folder, FreePort.find());
    try (Admin admin = kafka().admin()) {
      admin.createTopics(List.of(new NewTopic(Topics.CONTROL, 1, (short) 1))).all().get();
    }
    ada = ControlTopic.open(kafka());
    bob = ControlTopic.open(kafka());
  }

  @AfterEach
  void stop() {
    ada.close();
    bob.close();
    broker.close();
  }

  @Test
  void who_comes_late_is_told_and_changes_nothing() {
    StoreEpoch fence = StoreEpoch.FIRST.fence();
    StoreEpoch open = fence.open(Side.STANDBY);

    ada.publish(fence);
    ada.publish(open);

    assertThatThrownBy(() -> bob.publish(fence))
        .isInstanceOf(OvertakenException.class)
        .hasMessageContaining("epoch 2 is in force (standby)");
    assertThat(newcomer()).isEqualTo(open);
  }

  @Test
  void a_fence_taken_over_is_not_opened_by_who_put_it_up() {
    StoreEpoch fence = StoreEpoch.FIRST.fence();

    ada.publish(fence);
    bob.publish(bob.latest(MOMENT).fence());

    assertThatThrownBy(() -> ada.publish(fence.open(Side.STANDBY)))
        .isInstanceOf(OvertakenException.class)
        .hasMessageContaining("epoch 2 is in force (primary, fenced)");
    bob.publish(bob.latest(MOMENT).open(Side.PRIMARY));
    assertThat(newcomer()).isEqualTo(new StoreEpoch(3, Side.PRIMARY, false));
  }

  @RepeatedTest(5)
  void of_two_at_the_same_moment_one_wins_and_everybody_sees_the_same() {
    CyclicBarrier together = new CyclicBarrier(2);
    StoreEpoch toPrimary = new StoreEpoch(1, Side.PRIMARY, false);
    StoreEpoch toStandby = new StoreEpoch(1, Side.STANDBY, false);

    CompletableFuture<Boolean> first = won(ada, toPrimary, together);
    CompletableFuture<Boolean> second = won(bob, toStandby, together);

    assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(true, false);
    StoreEpoch winner = first.join() ? toPrimary : toStandby;
    assertThat(List.of(ada.latest(MOMENT), bob.latest(MOMENT), newcomer())).containsOnly(winner);
  }

  private static CompletableFuture<Boolean> won(
      ControlTopic topic, StoreEpoch next, CyclicBarrier together) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            together.await();
            topic.publish(next);
            return true;
          } catch (OvertakenException e) {
            return false;
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
        },
        Thread::startVirtualThread);
  }

  private StoreEpoch newcomer() {
    try (ControlTopic topic = ControlTopic.open(kafka())) {
      return topic.latest(MOMENT);
    }
  }

  private KafkaConnection kafka() {
    return KafkaConnection.open(broker.bootstrap());
  }
}
