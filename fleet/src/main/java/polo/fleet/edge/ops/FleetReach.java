package polo.fleet.edge.ops;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import polo.common.edge.Stores;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;
import polo.fleet.edge.embedded.FleetAddress;
import polo.fleet.edge.embedded.FleetNotRunningException;
import polo.fleet.edge.embedded.FleetOptions;
import polo.fleet.edge.embedded.FleetSettings;
import polo.fleet.edge.embedded.StoreChoice;

/// A fleet as somebody outside of it reaches it.
///
/// @param settings where its broker and its blobs are
/// @param store where its documents are
/// @param folder of an embedded fleet; empty for one elsewhere
public record FleetReach(PoloSettings settings, PoloSettings.Store store, Optional<Path> folder) {

  /// The fleet these settings describe.
  public static FleetReach elsewhere(PoloSettings settings) {
    return new FleetReach(settings, settings.store(), Optional.empty());
  }

  /// The embedded fleet that runs on `data`.
  ///
  /// @throws FleetNotRunningException when none does
  public static FleetReach embedded(Path data, StoreChoice store) {
    FleetAddress running =
        FleetAddress.find(data).orElseThrow(() -> new FleetNotRunningException(data));
    FleetOptions options = new FleetOptions(data, 0, 0, store);
    return new FleetReach(
        FleetSettings.of(options, running), store.settings(options.documents()), Optional.of(data));
  }

  public Broker broker() {
    return new Broker(KafkaConnection.of(settings.kafka()));
  }

  /// Throws [polo.common.edge.store.StoreUnavailableException] when it does not answer.
  public DocumentStore openStore() {
    return Stores.open(store, new SimpleMeterRegistry());
  }
}
