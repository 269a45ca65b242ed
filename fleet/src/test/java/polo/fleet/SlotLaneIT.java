package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.Lane;
import polo.common.edge.kafka.LaneContainers;
import polo.common.edge.kafka.SlotLane;
import polo.common.edge.kafka.SlotRules;
import polo.common.edge.kafka.SlotWork;
import polo.common.edge.kafka.TopicSetup;
import polo.common.edge.kafka.Topics;
import polo.common.edge.settings.KafkaSecurity;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.settings.PoloSettings.GroupProtocol;
import polo.common.job.Reason;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;

/// Workers join and leave a lane of slots on a real broker, with both protocols of groups.
class SlotLaneIT {

  private static final int JOBS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private final Work work = new Work();

  @BeforeEach
  void start() throws IOException {
    broker = EmbeddedBroker.start(folder, FreePort.find());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest
  @EnumSource(GroupProtocol.class)
  void a_clean_stop_loses_nothing_and_does_nothing_twice(GroupProtocol protocol) {
    PoloSettings.Kafka settings = settings(protocol);
    new TopicSetup(settings).ensure();
    SlotLane staying = lane(settings);
    SlotLane leaving = lane(settings);
    leaving.start();
    send();
    await().atMost(PATIENCE).until(() -> work.begun.size() >= 20);

    leaving.stop();
    Map<String, Integer> atStop = Map.copyOf(work.ended);
    staying.start();
    await().atMost(PATIENCE).until(() -> work.ended.size() == JOBS);
    staying.stop();

    assertThat(atStop).hasSizeLessThan(JOBS);
    assertThat(work.begun).hasSize(JOBS).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource(GroupProtocol.class)
  void a_worker_that_joins_takes_its_share_though_all_slots_are_busy(GroupProtocol protocol) {
    PoloSettings.Kafka settings = settings(protocol);
    new TopicSetup(settings).ensure();
    SlotLane first = lane(settings);
    SlotLane second = lane(settings);
    work.holdUntilThirdSlot();
    first.start();
    send();
    await().atMost(PATIENCE).until(() -> work.begun.size() == 2);

    second.start();
    await().atMost(PATIENCE).until(() -> work.ended.size() == JOBS);
    first.stop();
    second.stop();

    assertThat(work.workers).hasSizeGreaterThan(2);
  }

  private PoloSettings.Kafka settings(GroupProtocol protocol) {
    return new PoloSettings.Kafka(
        broker.bootstrap(),
        true,
        6,
        (short) 1,
        Duration.ofSeconds(10),
        protocol,
        KafkaSecurity.NONE);
  }

  private SlotLane lane(PoloSettings.Kafka settings) {
    return new LaneContainers(settings, new SimpleMeterRegistry())
        .slots(new Lane("it-photos", Topics.PHOTOS, 1, 1), work, SlotRules.of(2));
  }

  private void send() {
    try (JobProducer producer = JobProducer.connect(KafkaConnection.open(broker.bootstrap()))) {
      IntStream.range(0, JOBS)
          .mapToObj(job -> "photo-" + job)
          .map(id -> new ProducerRecord<>(Topics.PHOTOS, bytes(id), bytes(id)))
          .map(producer::send)
          .toList()
          .forEach(sent -> sent.join());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Takes some milliseconds for each job, and counts; may hold all jobs until a third slot joins.
  private static final class Work implements SlotWork {

    private final Map<String, Integer> begun = new ConcurrentHashMap<>();
    private final Map<String, Integer> ended = new ConcurrentHashMap<>();
    private final Map<Thread, Integer> workers = new ConcurrentHashMap<>();
    private volatile boolean holding;

    void holdUntilThirdSlot() {
      holding = true;
    }

    @Override
    public Optional<Duration> work(ConsumerRecord<byte[], byte[]> record) {
      String id = new String(record.value(), StandardCharsets.UTF_8);
      begun.merge(id, 1, Integer::sum);
      workers.merge(Thread.currentThread(), 1, Integer::sum);
      await().atMost(PATIENCE).until(() -> !holding || workers.size() > 2);
      takeAWhile();
      ended.merge(id, 1, Integer::sum);
      return Optional.empty();
    }

    @Override
    public Optional<Duration> giveUp(ConsumerRecord<byte[], byte[]> record, Reason reason) {
      throw new IllegalStateException("nothing here takes long: " + reason);
    }

    private static void takeAWhile() {
      try {
        Thread.sleep(15);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
