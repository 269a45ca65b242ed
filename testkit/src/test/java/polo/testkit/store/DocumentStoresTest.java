package polo.testkit.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;

class DocumentStoresTest {

  @Nested
  class Sqlite extends DocumentStoreContract {

    @TempDir Path folder;
    private DocumentStore store;

    @BeforeEach
    void open() {
      store = SqliteDocumentStore.open(folder.resolve("polo.db"));
    }

    @AfterEach
    void close() {
      store.close();
    }

    @Override
    protected DocumentStore store() {
      return store;
    }
  }

  @Nested
  class Memory extends DocumentStoreContract {

    private final DocumentStore store = new MemoryDocumentStore();

    @Override
    protected DocumentStore store() {
      return store;
    }
  }

  @Nested
  class WireDouble extends DocumentStoreContract {

    private static CouchbaseDouble couchbase;
    private static DocumentStore store;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
      couchbase = CouchbaseDouble.start(BucketSettings.named("polo"));
      couchbase.create(
          "travel",
          "begun",
          "journey",
          "meta",
          "photo",
          "photos",
          "pins",
          "place",
          "places",
          "points",
          "timeline",
          "trip",
          "user",
          "other");
      Path password = Files.writeString(folder.resolve("password"), CouchbaseDouble.PASSWORD);
      store =
          CouchbaseDocumentStore.open(
              couchbase.connectionString(),
              CouchbaseSettings.of(CouchbaseDouble.USER, password, "polo"),
              new SimpleMeterRegistry());
    }

    @AfterAll
    static void close() {
      store.close();
      couchbase.close();
    }

    @Override
    protected DocumentStore store() {
      return store;
    }
  }
}
