package polo.images;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import polo.common.edge.CommonWiring;
import polo.images.edge.ImagesWiring;

/// The photo worker as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommonWiring.class, ImagesWiring.class})
public class ImagesWorker {

  public static void main(String[] arguments) {
    SpringApplication.run(ImagesWorker.class, arguments);
  }
}
