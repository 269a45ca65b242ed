package polo.fleet.edge.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A setting as it holds.
///
/// @param value masked when secret; null when nothing holds
/// @param origin `default`, or the variable it is from
public record EffectiveSetting(String name, @Nullable String value, String origin) {

  private static final String MASK = "********";

  /// All settings under this environment, one for each name of one's own.
  public static List<EffectiveSetting> all(Map<String, String> environment) {
    List<EffectiveSetting> all = new ArrayList<>();
    for (Setting setting : SettingsCatalog.all()) {
      List<EffectiveSetting> given = given(setting, environment);
      if (given.isEmpty()) {
        all.add(new EffectiveSetting(setting.name(), setting.standard(), "default"));
      }
      all.addAll(given);
    }
    return all;
  }

  private static List<EffectiveSetting> given(Setting setting, Map<String, String> environment) {
    List<EffectiveSetting> given = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach((variable, value) -> {
          if (setting.isSetBy(variable)) {
            String shown = setting.isSecret() ? MASK : withoutSecrets(value);
            given.add(new EffectiveSetting(setting.name(), shown, variable));
          }
        });
    return given;
  }

  /// A URL may hold a user and a password, and the password a `/` or an `@` that should have been
  /// encoded: all up to the last `@` is masked.
  private static String withoutSecrets(String value) {
    return value.replaceAll("://.*@", "://" + MASK + "@");
  }
}
