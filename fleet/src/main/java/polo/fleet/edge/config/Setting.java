package polo.fleet.edge.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that can be set.
///
/// @param name as in docs and in files, `polo.kafka.group-protocol`
/// @param standard what holds unless it is set; null when nothing does
/// @param isMap true when names of one's own follow, `polo.store.couchbase.durability-of.trip`
public record Setting(String name, @Nullable String standard, boolean isMap) {

  private static final Set<String> SECRETS = Set.of("token", "password");

  public Setting {
    standard = "".equals(standard) ? null : standard;
  }

  /// Secrets are not shown.
  public boolean isSecret() {
    return SECRETS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /// The variables of the environment that set it, words joined or parted:
  /// `POLO_KAFKA_GROUPPROTOCOL`, `POLO_KAFKA_GROUP_PROTOCOL`.
  List<String> variables() {
    return List.of(variable(name.replace("-", "")), variable(name));
  }

  boolean isSetBy(String variable) {
    return variables().stream()
        .anyMatch(own -> variable.equals(own) || isMap && variable.startsWith(own + "_"));
  }

  private static String variable(String name) {
    return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
