package polo.fleet.edge.process;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import polo.common.edge.settings.KafkaSecurity;
import polo.common.edge.settings.PoloSettings;

/// The settings of a fleet elsewhere, for commands that talk to it without being a part of it.
public final class ProcessSettings {

  private static final String BOOTSTRAP = "polo.kafka.bootstrap";

  private ProcessSettings() {}

  /// How the environment says brokers are to be spoken to, whichever they are.
  public static KafkaSecurity kafkaSecurity() {
    return bound("polo", PoloSettings.class).kafka().security();
  }

  /// What `POLO_*` in the environment says; absent when it names no broker.
  public static Optional<PoloSettings> ofEnvironment() {
    StandardEnvironment environment = environment();
    return environment.containsProperty(BOOTSTRAP)
        ? Optional.of(Binder.get(environment).bindOrCreate("polo", PoloSettings.class))
        : Optional.empty();
  }

  /// What the environment says under this prefix.
  public static <T> T bound(String prefix, Class<T> type) {
    return Binder.get(environment()).bindOrCreate(prefix, type);
  }

  private static StandardEnvironment environment() {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigurationPropertySources.attach(environment);
    return environment;
  }
}
