package polo.fleet.edge.api;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// The door alone.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class DoorWiring {

  @Bean
  FilterRegistrationBean<Door> door(ApiSettings settings, Clock clock) {
    FilterRegistrationBean<Door> door = new FilterRegistrationBean<>(new Door(settings, clock));
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return door;
  }

  @Bean
  ApiProblems apiProblems() {
    return new ApiProblems();
  }

  /// Ids may hold slashes, as `%2F`. A sender who falls silent in the middle of a body is waited
  /// for no longer than one who sends slowly.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(ApiSettings settings) {
    return factory ->
        factory.addConnectorCustomizers(connector -> {
          connector.setEncodedSolidusHandling("passthrough");
          connector.setProperty("disableUploadTimeout", "false");
          connector.setProperty(
              "connectionUploadTimeout", Long.toString(settings.bodyTime().toMillis()));
        });
  }
}
