package polo.fleet.edge.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.store.Documents;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.geocode.ReverseGeocoder;

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

  /// The fleet's geocoder when there is one in this process, else the embedded gazetteer itself.
  @Bean
  ReverseController reverseController(ObjectProvider<ReverseGeocoder> geocoder) {
    return new ReverseController(geocoder.getIfAvailable(EmbeddedGazetteer::load));
  }
}
