package polo.common.edge.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.util.backoff.ExponentialBackOff;
import polo.common.edge.settings.PoloSettings;

/// Makes the listener containers of lanes. Bodies arrive as bytes, offsets are committed by the
/// listener after its results are stored, a stop finishes what was begun and leaves the group.
public final class LaneContainers {

  private final PoloSettings.Kafka settings;

  public LaneContainers(PoloSettings.Kafka settings) {
    this.settings = settings;
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

  private DefaultKafkaConsumerFactory<byte[], byte[]> consumers(Lane lane) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, lane.maxPollRecords());
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new DefaultKafkaConsumerFactory<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
