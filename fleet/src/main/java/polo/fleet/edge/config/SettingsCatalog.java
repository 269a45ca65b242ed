package polo.fleet.edge.config;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import polo.common.edge.settings.PoloSettings;
import polo.fleet.edge.api.ApiSettings;
import polo.geo.edge.settings.GeoSettings;
import polo.geo.edge.settings.ProviderSettings;
import polo.images.edge.settings.PhotoLaneSettings;

/// Everything that can be set under `polo.*`, read off the records it is bound to.
public final class SettingsCatalog {

  private static final List<Class<?>> BOUND =
      List.of(
          PoloSettings.class,
          GeoSettings.class,
          ProviderSettings.class,
          PhotoLaneSettings.class,
          ApiSettings.class);

  private SettingsCatalog() {}

  /// In the order of the records.
  public static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    for (Class<?> bound : BOUND) {
      ConfigurationProperties prefix =
          Objects.requireNonNull(bound.getAnnotation(ConfigurationProperties.class));
      addComponents(prefix.value(), bound, all);
    }
    return List.copyOf(all);
  }

  private static void addComponents(String prefix, Class<?> bound, List<Setting> all) {
    for (Parameter parameter : canonical(bound)) {
      String name = prefix + "." + dashed(parameter.getName());
      if (parameter.getType().isRecord()) {
        addComponents(name, parameter.getType(), all);
      } else {
        boolean isMap = Map.class.isAssignableFrom(parameter.getType());
        all.add(new Setting(name, standard(parameter), isMap));
      }
    }
  }

  private static Parameter[] canonical(Class<?> bound) {
    return Objects.requireNonNull(bound.getDeclaredConstructors()[0]).getParameters();
  }

  private static @Nullable String standard(Parameter parameter) {
    return Optional.ofNullable(parameter.getAnnotation(DefaultValue.class))
        .map(given -> String.join(",", given.value()))
        .orElse(null);
  }

  /// `groupProtocol` is written `group-protocol`.
  private static String dashed(String component) {
    String dashed = component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return ConfigurationPropertyName.of(dashed).toString();
  }
}
