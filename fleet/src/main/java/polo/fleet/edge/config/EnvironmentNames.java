package polo.fleet.edge.config;

import java.util.Locale;

/// How settings are called in the environment.
final class EnvironmentNames {

  private EnvironmentNames() {}

  /// `POLO_KAFKA_GROUPPROTOCOL`
  static String joined(String name) {
    return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /// `POLO_KAFKA_GROUP_PROTOCOL`
  static String parted(String name) {
    return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
