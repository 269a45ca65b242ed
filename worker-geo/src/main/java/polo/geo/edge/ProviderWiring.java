package polo.geo.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.Lane;
import polo.common.edge.kafka.LaneContainers;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.edge.kafka.SlotLane;
import polo.common.edge.kafka.SlotRules;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.geo.edge.intake.PlaceAsks;
import polo.geo.edge.intake.PlacesIntake;
import polo.geo.edge.provider.PlaceRefiner;
import polo.geo.edge.settings.ProviderSettings;

/// Streets and houses from a provider, when one is configured.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
@ConditionalOnProperty("polo.geo.provider.kind")
class ProviderWiring {

  private static final int ONE = 1;

  /// Most of them wait for their turn.
  private static final int PLACES_AT_ONCE = 8;

  private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

  @Bean
  PlaceRefiner placeRefiner(
      ProviderSettings settings, DocumentStore store, MeterRegistry registry, Clock clock) {
    return PlaceRefiner.of(settings, store, registry, clock);
  }

  @Bean
  PlaceAsks placeAsks(Documents documents, JobProducer producer, Clock clock) {
    return new PlaceAsks(documents, producer, clock);
  }

  @Bean
  PlacesIntake placesIntake(PlaceRefiner refiner, OutcomeRouter router) {
    return new PlacesIntake(refiner, router);
  }

  @Bean
  SlotLane geoPlaces(LaneContainers containers, PlacesIntake intake) {
    return containers.slots(
        new Lane(Groups.PLACES, Topics.PLACES, ONE, ONE),
        intake,
        SlotRules.of(PLACES_AT_ONCE).within(TIME_LIMIT));
  }
}
