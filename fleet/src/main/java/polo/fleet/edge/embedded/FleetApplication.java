package polo.fleet.edge.embedded;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import polo.common.edge.CommonWiring;
import polo.fleet.edge.api.ApiWiring;
import polo.fleet.edge.console.ConsoleWiring;
import polo.geo.edge.GeoWiring;
import polo.images.edge.ImagesWiring;

/// Both workers, the console and the API in one application.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  CommonWiring.class,
  GeoWiring.class,
  ImagesWiring.class,
  ConsoleWiring.class,
  ApiWiring.class
})
class FleetApplication {}
