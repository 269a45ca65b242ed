package polo.fleet.edge.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that can be set.
///
/// @param name as in docs and in files, `polo.kafka.bootstrap`
/// @param variable of the environment that sets it
/// @param standard what holds unless it is set; null when nothing does
/// @param isMap true when names of one's own follow, `polo.store.couchbase.durability-of.trip`
public record Setting(String name, String variable, @Nullable String standard, boolean isMap) {

  private static final Set<String> SECRETS = Set.of("token", "password");

  static Setting of(String name, @Nullable String standard, boolean isMap) {
    return new Setting(
        name, EnvironmentNames.joined(name), "".equals(standard) ? null : standard, isMap);
  }

  /// Secrets are not shown.
  public boolean isSecret() {
    return SECRETS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /// Whether a variable of this name sets it. Words may be joined or parted: `GROUPPROTOCOL`,
  /// `GROUP_PROTOCOL`.
  boolean isSetBy(String variableName) {
    String parted = EnvironmentNames.parted(name);
    return variableName.equals(variable)
        || variableName.equals(parted)
        || isMap
            && (variableName.startsWith(variable + "_") || variableName.startsWith(parted + "_"));
  }
}
