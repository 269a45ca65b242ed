package polo.common.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.util.backoff.ExponentialBackOff;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.telemetry.LaneCondition;

/// Makes the listener containers of lanes. Bodies arrive as bytes, offsets are committed by the
/// listener after its results are stored, a stop finishes what was begun and leaves the group.
public final class LaneContainers {

  private final PoloSettings.Kafka settings;

  private final MeterRegistry registry;

  public LaneContainers(PoloSettings.Kafka settings, MeterRegistry registry) {
    this.settings = settings;
    this.registry = registry;
  }

  public ConcurrentMessageListenerContainer<byte[], byte[]> container(
      Lane lane, GenericMessageListener<?> listener) {
    ContainerProperties properties = new ContainerProperties(lane.topic());
    properties.setGroupId(lane.group());
    properties.setAckMode(AckMode.MANUAL);
    properties.setMessageListener(listener);
    properties.setPollTimeout(1000);
    properties.setShutdownTimeout(settings.drain().toMillis());
    var container =
        new ConcurrentMessageListenerContainer<byte[], byte[]>(consumers(lane), properties);
    container.setConcurrency(lane.concurrency());
    container.setBeanName(lane.group());
    container.setCommonErrorHandler(new DefaultErrorHandler(new ExponentialBackOff(500, 2)));
    return container;
  }

  /// A container that ended by itself, of an error that no new poll cures, is stuck.
  public static LaneCondition condition(ConcurrentMessageListenerContainer<?, ?> container) {
    return container.isInExpectedState() ? LaneCondition.FINE : LaneCondition.STUCK;
  }

  /// A lane of independent jobs, see [SlotPool].
  public SlotLane slots(Lane lane, SlotWork work, SlotRules rules) {
    return new SlotLane(lane, work, rules, settings, registry);
  }

  private DefaultKafkaConsumerFactory<byte[], byte[]> consumers(Lane lane) {
    var consumers =
        new DefaultKafkaConsumerFactory<byte[], byte[]>(
            new LaneConsumers(settings).properties(lane),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumers.addListener(new MicrometerConsumerListener<>(registry));
    return consumers;
  }
}
