package polo.fleet.edge.verbs;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import polo.common.edge.Stores;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.standby.Side;
import polo.common.edge.store.DocumentStore;
import polo.fleet.edge.embedded.BadSettingsException;
import polo.fleet.edge.process.ProcessSettings;

/// The two stores of the fleet that `POLO_*` describe, both open.
record StoreSides(PoloSettings settings, DocumentStore primary, DocumentStore standby)
    implements AutoCloseable {

  /// Throws [BadSettingsException] when the settings name no broker or no standby.
  static StoreSides open() {
    PoloSettings settings =
        ProcessSettings.ofEnvironment()
            .orElseThrow(() -> new BadSettingsException("POLO_KAFKA_BOOTSTRAP names no broker"));
    if (settings.store().standby().url() == null) {
      throw new BadSettingsException("POLO_STORE_STANDBY_URL names no store that stands by");
    }
    SimpleMeterRegistry nobody = new SimpleMeterRegistry();
    return new StoreSides(
        settings,
        Stores.open(settings.store(), nobody),
        Stores.open(settings.store().ofStandby(), nobody));
  }

  KafkaConnection kafka() {
    return KafkaConnection.of(settings.kafka());
  }

  DocumentStore at(Side side) {
    return switch (side) {
      case PRIMARY -> primary;
      case STANDBY -> standby;
    };
  }

  @Override
  public void close() {
    primary.close();
    standby.close();
  }
}
