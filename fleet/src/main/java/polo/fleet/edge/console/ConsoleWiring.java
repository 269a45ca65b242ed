package polo.fleet.edge.console;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.store.Documents;

/// The console's controllers.
@Configuration(proxyBeanMethods = false)
public class ConsoleWiring {

  @Bean
  TravelsController travelsController(Documents documents) {
    return new TravelsController(documents);
  }

  @Bean
  PagesController pagesController(Documents documents, BlobStore blobs) {
    return new PagesController(documents, blobs);
  }
}
