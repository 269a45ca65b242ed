package polo.common.edge.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import polo.common.edge.settings.PoloSettings;

/// How the consumers of all lanes are set: bodies as bytes, offsets committed by hand, nothing
/// skipped when a group is new, and partitions handed over without stopping the others.
record LaneConsumers(PoloSettings.Kafka settings) {

  KafkaConsumer<byte[], byte[]> open(Lane lane) {
    return new KafkaConsumer<>(
        properties(lane), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  Map<String, Object> properties(Lane lane) {
    Map<String, Object> properties = KafkaConnection.of(settings).properties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, lane.group());
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, WorkerName.ofProcess().clientId(lane.group()));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, lane.maxPollRecords());
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
    properties.putAll(
        switch (settings.groupProtocol()) {
          case CLASSIC -> classic();
          // The broker decides on session and assignment.
          case CONSUMER -> Map.of(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        });
    return properties;
  }

  private static Map<String, Object> classic() {
    return Map.of(
        ConsumerConfig.GROUP_PROTOCOL_CONFIG,
        "classic",
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        10_000,
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        3_000,
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
  }
}
