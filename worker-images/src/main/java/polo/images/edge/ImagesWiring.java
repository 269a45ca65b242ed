package polo.images.edge;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import polo.common.document.Address;
import polo.common.earth.Coordinate;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.kafka.AttemptLedger;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.Lane;
import polo.common.edge.kafka.LaneContainers;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.edge.kafka.SlotLane;
import polo.common.edge.kafka.SlotRules;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.DocumentStore;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.geocode.ReverseGeocoder;
import polo.images.edge.intake.PhotoIntake;
import polo.images.edge.intake.PhotoJob;
import polo.images.edge.intake.PhotoLinker;
import polo.images.edge.intake.TimelineIntake;
import polo.images.edge.settings.ImagesSettings;
import polo.images.edge.settings.PhotoLaneSettings;

/// What the photo worker is made of.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoLaneSettings.class)
@ConditionalOnBooleanProperty(name = "polo.images.enabled", matchIfMissing = true)
public class ImagesWiring {

  private static final int ONE = 1;

  @Bean
  PhotoJob photoJob(
      DocumentStore store, BlobStore blobs, ObjectProvider<ReverseGeocoder> geocoder) {
    return PhotoJob.of(store, blobs, addresses(geocoder), ImagesSettings.defaults());
  }

  @Bean
  PhotoLinker photoLinker(DocumentStore store, ObjectProvider<ReverseGeocoder> geocoder) {
    return PhotoLinker.of(store, addresses(geocoder), ImagesSettings.defaults());
  }

  @Bean
  PhotoIntake photoIntake(
      PhotoJob photoJob,
      AttemptLedger ledger,
      OutcomeRouter router,
      SourceEpochs epochs,
      Clock clock) {
    return new PhotoIntake(photoJob, ledger, router, epochs, clock);
  }

  @Bean
  TimelineIntake timelineIntake(PhotoLinker linker, OutcomeRouter router) {
    return new TimelineIntake(linker, router);
  }

  @Bean
  SlotLane photosLive(LaneContainers containers, PhotoIntake intake, PhotoLaneSettings settings) {
    return containers.slots(
        new Lane(Groups.PHOTOS, Topics.PHOTOS, ONE, ONE),
        intake,
        slots(settings.photosAtOnce(), settings));
  }

  @Bean
  SlotLane photosRetry(LaneContainers containers, PhotoIntake intake, PhotoLaneSettings settings) {
    return containers.slots(
        new Lane(Groups.PHOTOS_RETRY, Topics.PHOTOS_RETRY, ONE, ONE), intake, slots(ONE, settings));
  }

  private static SlotRules slots(int slots, PhotoLaneSettings settings) {
    return SlotRules.of(slots).within(settings.timeLimit());
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> photoLinks(
      LaneContainers containers, TimelineIntake intake, PhotoLaneSettings settings) {
    return containers.container(
        new Lane(Groups.PHOTO_LINKS, Topics.EVENTS, ONE, settings.pollRecords()), intake);
  }

  /// The fleet's geocoder when there is one in this process, else the embedded gazetteer itself.
  private static Function<Coordinate, Address> addresses(ObjectProvider<ReverseGeocoder> geocoder) {
    return geocoder.getIfAvailable(EmbeddedGazetteer::load)::addressOf;
  }
}
