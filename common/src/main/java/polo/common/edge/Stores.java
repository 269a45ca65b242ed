package polo.common.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.standby.ControlTopic;
import polo.common.edge.standby.EpochInForce;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.SwitchedDocumentStore;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.StoreGate;
import polo.common.edge.store.StoreUrl;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;

/// Opens the store that settings name. Couchbase's client is not even loaded for another.
public final class Stores {

  private Stores() {}

  /// Throws `IllegalArgumentException` when the settings make no sense.
  public static DocumentStore open(PoloSettings.Store settings, MeterRegistry registry) {
    return switch (StoreUrl.parse(settings.url())) {
      case StoreUrl.Sqlite(var file) -> SqliteDocumentStore.open(file);
      case StoreUrl.Couchbase(var url) ->
          CouchbaseDocumentStore.open(url, settings.couchbase(), registry);
    };
  }

  /// Opens the store and the one that stands by, and uses the one the broker names. Throws
  /// `IllegalArgumentException` when the settings make no sense.
  public static SwitchedDocumentStore openBoth(PoloSettings settings, MeterRegistry registry) {
    PoloSettings.Store store = settings.store();
    try (ControlTopic topic = ControlTopic.open(KafkaConnection.of(settings.kafka()))) {
      EpochInForce inForce =
          new EpochInForce(
              topic.latest(Duration.ofMillis(500)), store.standby().lease(), System::nanoTime);
      return new SwitchedDocumentStore(
          oneOf(store, inForce.gateOf(Side.PRIMARY), of(Side.PRIMARY, registry)),
          oneOf(store.ofStandby(), inForce.gateOf(Side.STANDBY), of(Side.STANDBY, registry)),
          inForce);
    }
  }

  /// Revisions of files are counted by each file for itself, and a file does not replicate.
  private static DocumentStore oneOf(
      PoloSettings.Store settings, StoreGate gate, MeterRegistry registry) {
    return switch (StoreUrl.parse(settings.url())) {
      case StoreUrl.Couchbase(var url) ->
          CouchbaseDocumentStore.open(url, settings.couchbase(), gate, registry);
      case StoreUrl.Sqlite _ ->
          throw new IllegalArgumentException(
              "only between couchbase:// stores can be switched, not with " + settings.url());
    };
  }

  private static MeterRegistry of(Side side, MeterRegistry registry) {
    CompositeMeterRegistry tagged = new CompositeMeterRegistry();
    tagged.config().commonTags("side", side.toString());
    tagged.add(registry);
    return tagged;
  }
}
