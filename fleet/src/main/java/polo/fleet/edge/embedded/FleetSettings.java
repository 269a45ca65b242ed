package polo.fleet.edge.embedded;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import polo.common.edge.settings.PoloSettings;

/// What an embedded fleet is set to by its folder.
public final class FleetSettings {

  /// Enough to keep two cores busy; fewer files than a cluster's default.
  private static final int PARTITIONS = 6;

  private FleetSettings() {}

  /// What holds unless the environment says otherwise.
  public static Map<String, Object> defaults(FleetOptions options) {
    return Map.of(
        "polo.kafka.partitions",
        PARTITIONS,
        "polo.store.url",
        options.store().urlOr(options.documents()),
        "polo.blobs.folder",
        options.blobs().toString());
  }

  /// The settings of a fleet that runs on this folder, for who talks to it.
  public static PoloSettings of(FleetOptions options, FleetAddress running) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource("running", Map.of("polo.kafka.bootstrap", running.bootstrap())));
    environment.getPropertySources().addLast(new MapPropertySource("folder", defaults(options)));
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment).bindOrCreate("polo", PoloSettings.class);
  }
}
