package polo.fleet.edge.verbs;

import picocli.CommandLine.Mixin;
import polo.fleet.edge.embedded.StoreChoice;
import polo.fleet.edge.ops.FleetReach;

/// Which fleet is meant, and where its documents are.
final class ReachOptions {

  @Mixin private FleetOption fleet = new FleetOption();

  @Mixin private StoreOptions store = new StoreOptions();

  /// Throws [polo.fleet.edge.embedded.FleetNotRunningException] when nobody is there.
  FleetReach reach() {
    return fleet
        .elsewhere()
        .map(FleetReach::elsewhere)
        .orElseGet(() -> FleetReach.embedded(fleet.folder(), choice()));
  }

  FleetOption fleet() {
    return fleet;
  }

  StoreChoice choice() {
    return store.choice();
  }
}
