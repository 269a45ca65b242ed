package polo.geo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import polo.common.edge.CommonWiring;
import polo.geo.edge.GeoWiring;

/// The geo worker as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommonWiring.class, GeoWiring.class})
public class GeoWorker {

  public static void main(String[] arguments) {
    SpringApplication.run(GeoWorker.class, arguments);
  }
}
