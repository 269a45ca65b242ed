package polo.fleet.edge.process;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import polo.common.edge.settings.PoloSettings;

/// One role, running in this process. Settings are read from `POLO_*` in the environment; health
/// and metrics are served under `/actuator`.
public final class RoleProcess implements AutoCloseable {

  private final ConfigurableApplicationContext application;

  private RoleProcess(ConfigurableApplicationContext application) {
    this.application = application;
  }

  /// Answers once the role has taken up work.
  ///
  /// @param address where to listen, see `server.address`
  /// @param port where to listen; 0 takes any free one
  public static RoleProcess start(Role role, String address, int port) {
    return new RoleProcess(
        new SpringApplicationBuilder(role.application())
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .properties(Map.of("server.address", address, "server.port", port))
            .run());
  }

  public int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /// The broker it works with.
  public String bootstrap() {
    return application.getBean(PoloSettings.class).kafka().bootstrap();
  }

  /// Finishes what was begun and leaves the groups.
  @Override
  public void close() {
    application.close();
  }
}
