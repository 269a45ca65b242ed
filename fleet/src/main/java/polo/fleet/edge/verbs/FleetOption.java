package polo.fleet.edge.verbs;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import polo.common.edge.settings.PoloSettings;
import polo.fleet.edge.embedded.BadSettingsException;
import polo.fleet.edge.process.ProcessSettings;

/// Which fleet is meant: the embedded one on a data folder, or, where `POLO_KAFKA_BOOTSTRAP` names
/// a broker and no folder is given, the one that `POLO_*` describe.
final class FleetOption {

  private static final Path DATA = Path.of("data");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The data folder of an embedded fleet (default: data; or the fleet of POLO_* settings,"
              + " when POLO_KAFKA_BOOTSTRAP is set).")
  private @Nullable Path data;

  /// The settings of the fleet elsewhere, when that is meant.
  Optional<PoloSettings> elsewhere() {
    return data == null ? ProcessSettings.ofEnvironment() : Optional.empty();
  }

  Path folder() {
    return data == null ? DATA : data;
  }

  /// The fleet elsewhere, for verbs that know no other.
  ///
  /// @throws BadSettingsException when the environment names no broker
  static PoloSettings ofEnvironment() {
    return ProcessSettings.ofEnvironment()
        .orElseThrow(() -> new BadSettingsException("POLO_KAFKA_BOOTSTRAP names no broker"));
  }
}
