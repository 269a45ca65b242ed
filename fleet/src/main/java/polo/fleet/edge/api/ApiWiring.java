package polo.fleet.edge.api;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.fleet.edge.jobs.JobBook;
import polo.fleet.edge.jobs.JobTail;
import polo.fleet.edge.ops.Broker;
import polo.fleet.edge.ops.StatusReader;

/// The door, and what lies behind it.
@Configuration(proxyBeanMethods = false)
@Import(DoorWiring.class)
public class ApiWiring {

  @Bean
  JobBook jobBook(ApiSettings settings) {
    return new JobBook(settings.rememberedJobs());
  }

  /// Topics are there once epochs are known.
  @Bean
  JobTail jobTail(PoloSettings settings, JobBook book, Clock clock, SourceEpochs epochs) {
    return JobTail.start(KafkaConnection.of(settings.kafka()), book, clock);
  }

  @Bean
  JobQueue jobQueue(JobProducer producer, JobBook book, Clock clock) {
    return new JobQueue(producer, book, clock);
  }

  @Bean
  JobsController jobsController(JobQueue queue, JobBook book) {
    return new JobsController(queue, book);
  }

  @Bean
  FixesController fixesController(JobQueue queue) {
    return new FixesController(queue);
  }

  @Bean
  PhotosController photosController(JobQueue queue, BlobStore blobs) {
    return new PhotosController(queue, blobs);
  }

  @Bean
  StatusController statusController(PoloSettings settings, DocumentStore store, Clock clock) {
    Broker broker = new Broker(KafkaConnection.of(settings.kafka()));
    return new StatusController(new StatusReader(broker, clock), store);
  }

  @Bean
  ReadingController readingController(Documents documents) {
    return new ReadingController(documents);
  }
}
