package polo.common.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.blob.FileBlobStore;
import polo.common.edge.kafka.AttemptLedger;
import polo.common.edge.kafka.JobMetrics;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.LaneContainers;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.edge.kafka.SlotLane;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.kafka.TopicSetup;
import polo.common.edge.kafka.WorkerName;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.standby.RestorePoints;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.edge.telemetry.LaneCondition;
import polo.common.edge.telemetry.LaneHealth;

/// What every worker is made of: the store, the blobs, and its ways to and from Kafka.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PoloSettings.class)
@Import(StandbyWiring.class)
public class CommonWiring {

  @Bean
  DocumentStore documentStore(
      PoloSettings settings, MeterRegistry registry, ObjectProvider<SourceEpochs> topics) {
    if (settings.store().standby().url() == null) {
      return Stores.open(settings.store(), registry);
    }
    topics.getObject(); // makes the topic that says which store is in use
    return Stores.openBoth(settings, registry);
  }

  /// With a standby, heartbeats bring restore points along.
  @Bean
  @ConditionalOnProperty(
      name = "polo.store.standby.url",
      havingValue = "none",
      matchIfMissing = true)
  RestorePoints restorePoints(DocumentStore store, PoloSettings settings, Clock clock) {
    return new RestorePoints(store, KafkaConnection.of(settings.kafka()), clock);
  }

  @Bean
  Documents documents(DocumentStore store) {
    return new Documents(store);
  }

  @Bean
  BlobStore blobStore(PoloSettings settings) {
    return FileBlobStore.open(settings.blobs().folder());
  }

  @Bean
  SourceEpochs sourceEpochs(PoloSettings settings) {
    return new TopicSetup(settings.kafka()).ensure();
  }

  @Bean
  JobProducer jobProducer(PoloSettings settings) {
    return JobProducer.connect(KafkaConnection.of(settings.kafka()));
  }

  @Bean
  JobMetrics jobMetrics(MeterRegistry registry) {
    return new JobMetrics(registry);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  OutcomeRouter outcomeRouter(
      JobProducer producer, JobMetrics metrics, PoloSettings settings, Clock clock) {
    return new OutcomeRouter(
        producer, metrics, settings.retries().policy(), clock, WorkerName.ofProcess().process());
  }

  @Bean
  AttemptLedger attemptLedger(DocumentStore store, SourceEpochs epochs) {
    return new AttemptLedger(store, epochs);
  }

  @Bean
  LaneContainers laneContainers(PoloSettings settings, MeterRegistry registry) {
    return new LaneContainers(settings.kafka(), registry);
  }

  @Bean
  LaneHealth lanesHealthIndicator(
      ObjectProvider<ConcurrentMessageListenerContainer<?, ?>> containers,
      ObjectProvider<SlotLane> slotLanes) {
    Map<String, Supplier<LaneCondition>> lanes = new HashMap<>();
    containers.forEach(container ->
        lanes.put(
            Objects.requireNonNull(container.getGroupId()),
            () -> LaneContainers.condition(container)));
    slotLanes.forEach(lane -> lanes.put(lane.group(), lane::condition));
    return new LaneHealth(lanes);
  }
}
