package polo.common.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.SlotLane;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.standby.Beats;
import polo.common.edge.standby.StoreFollower;
import polo.common.edge.standby.SwitchedDocumentStore;
import polo.common.edge.store.DocumentStore;

/// What a worker does more when there is a second store: it follows which one is in use, and shows
/// by heartbeats how far the other is behind.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("polo.store.standby.url")
class StandbyWiring {

  @Bean
  StoreFollower storeFollower(
      DocumentStore store,
      PoloSettings settings,
      ObjectProvider<ConcurrentMessageListenerContainer<?, ?>> containers,
      ObjectProvider<SlotLane> slotLanes) {
    return new StoreFollower(
        (SwitchedDocumentStore) store,
        KafkaConnection.of(settings.kafka()),
        new AllLanes(containers, slotLanes));
  }

  @Bean
  Beats beats(DocumentStore store, PoloSettings settings, Clock clock, MeterRegistry registry) {
    return new Beats((SwitchedDocumentStore) store, settings, clock, registry);
  }

  private record AllLanes(
      ObjectProvider<ConcurrentMessageListenerContainer<?, ?>> containers,
      ObjectProvider<SlotLane> slotLanes)
      implements StoreFollower.Lanes {

    @Override
    public CompletableFuture<Void> stop() {
      return CompletableFuture.allOf(
          each().map(AllLanes::stopped).toArray(CompletableFuture[]::new));
    }

    @Override
    public void start() {
      each().forEach(Lifecycle::start);
    }

    @Override
    public boolean isAnyRunning() {
      return each().anyMatch(Lifecycle::isRunning);
    }

    private Stream<SmartLifecycle> each() {
      return Stream.concat(containers.stream(), slotLanes.stream());
    }

    private static CompletableFuture<Void> stopped(SmartLifecycle lane) {
      CompletableFuture<Void> stopped = new CompletableFuture<>();
      lane.stop(() -> stopped.complete(null));
      return stopped;
    }
  }
}
