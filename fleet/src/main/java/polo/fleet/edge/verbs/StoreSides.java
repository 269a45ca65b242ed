package polo.fleet.edge.verbs;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import polo.common.edge.Stores;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.standby.Side;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.fleet.edge.embedded.BadSettingsException;

/// The two stores of the fleet that `POLO_*` describe, both open.
record StoreSides(PoloSettings settings, DocumentStore primary, DocumentStore standby)
    implements AutoCloseable {

  /// Enough for a cluster that lives; a dead one must not hold up whoever replaces it.
  private static final Duration GLANCE = Duration.ofSeconds(2);

  /// Where `logback.xml` finds how much Couchbase's client may tell.
  private static final String CLIENT_LOG_LEVEL = "polo.couchbase.log.level";

  /// Opens both, of which each may be dead. Throws [BadSettingsException] when the settings name no
  /// broker or no standby.
  static StoreSides open() {
    PoloSettings settings = ofEnvironment();
    return open(settings, hasty(settings.store()), hasty(settings.store().ofStandby()));
  }

  /// The same, with all patience for the one that is to take over.
  static StoreSides openFor(Side next) {
    PoloSettings settings = ofEnvironment();
    PoloSettings.Store primary = settings.store();
    PoloSettings.Store standby = settings.store().ofStandby();
    return switch (next) {
      case PRIMARY -> open(settings, primary, hasty(standby));
      case STANDBY -> open(settings, hasty(primary), standby);
    };
  }

  private static PoloSettings ofEnvironment() {
    System.setProperty(CLIENT_LOG_LEVEL, "OFF"); // before the first logger is there
    PoloSettings settings = FleetOption.ofEnvironment();
    if (settings.store().standby().url() == null) {
      throw new BadSettingsException("POLO_STORE_STANDBY_URL names no store that stands by");
    }
    return settings;
  }

  private static PoloSettings.Store hasty(PoloSettings.Store store) {
    CouchbaseSettings couchbase = store.couchbase();
    return store.with(couchbase.with(couchbase.timeouts().hasty(GLANCE)));
  }

  private static StoreSides open(
      PoloSettings settings, PoloSettings.Store primary, PoloSettings.Store standby) {
    CompletableFuture<DocumentStore> one = opening(primary);
    CompletableFuture<DocumentStore> other = opening(standby);
    try {
      return new StoreSides(settings, one.join(), other.join());
    } catch (CompletionException e) {
      var _ = one.thenAccept(DocumentStore::close);
      var _ = other.thenAccept(DocumentStore::close);
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static CompletableFuture<DocumentStore> opening(PoloSettings.Store store) {
    return CompletableFuture.supplyAsync(
        () -> Stores.open(store, new SimpleMeterRegistry()), Thread::startVirtualThread);
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
