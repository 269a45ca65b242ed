package polo.common.edge;

import io.micrometer.core.instrument.MeterRegistry;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
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
}
