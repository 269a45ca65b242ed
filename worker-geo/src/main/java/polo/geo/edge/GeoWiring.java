package polo.geo.edge;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.Lane;
import polo.common.edge.kafka.LaneContainers;
import polo.common.edge.kafka.LiveLag;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.edge.gazetteer.LiveGazetteer;
import polo.geo.edge.intake.GeoIntake;
import polo.geo.edge.intake.PlaceAsks;
import polo.geo.edge.intake.UserJobs;
import polo.geo.edge.settings.GeoSettings;
import polo.geo.edge.store.UserEraser;
import polo.geo.edge.store.UserTimeline;
import polo.geo.geocode.ReverseGeocoder;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;

/// What the geo worker is made of.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GeoSettings.class)
@Import(ProviderWiring.class)
@ConditionalOnBooleanProperty(name = "polo.geo.enabled", matchIfMissing = true)
public class GeoWiring {

  @Bean
  ReverseGeocoder reverseGeocoder(GeoSettings settings) throws IOException {
    GeoSettings.Gazetteer gazetteer = settings.gazetteer();
    return gazetteer.file() == null
        ? EmbeddedGazetteer.preferring(gazetteer.preferredClaims())
        : LiveGazetteer.watching(
            gazetteer.file(), gazetteer.refresh(), gazetteer.preferredClaims());
  }

  @Bean
  UserTimeline userTimeline(Documents documents, ReverseGeocoder geocoder) {
    return new UserTimeline(documents, TimelineDeriver.DEFAULT, Settler.with(geocoder));
  }

  @Bean
  UserEraser userEraser(DocumentStore store, BlobStore blobs) {
    return new UserEraser(store, blobs);
  }

  @Bean
  UserJobs userJobs(
      UserTimeline timeline, UserEraser eraser, BlobStore blobs, SourceEpochs epochs) {
    return new UserJobs(timeline, eraser, blobs, epochs);
  }

  @Bean
  GeoIntake geoIntake(
      UserJobs userJobs,
      OutcomeRouter router,
      ObjectProvider<PlaceAsks> asks,
      GeoSettings settings) {
    return new GeoIntake(
        userJobs, router, Optional.ofNullable(asks.getIfAvailable()), settings.usersAtOnce());
  }

  @Bean
  LiveLag liveLag(GeoSettings settings, Clock clock) {
    return new LiveLag(settings.liveObjective(), clock);
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> geoLive(
      LaneContainers containers, GeoIntake intake, LiveLag lag, GeoSettings settings) {
    return containers.container(
        new Lane(Groups.GEO, Topics.POINTS, settings.liveConsumers(), settings.pollRecords()),
        lag.watching(intake));
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> geoBulk(
      LaneContainers containers, GeoIntake intake, LiveLag lag, GeoSettings settings) {
    return containers.container(
        new Lane(Groups.GEO_BULK, Topics.BULK, settings.bulkConsumers(), settings.pollRecords()),
        lag.yielding(intake));
  }
}
