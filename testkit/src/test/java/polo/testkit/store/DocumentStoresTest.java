package polo.testkit.store;

import com.couchbase.mock.Bucket;
import com.couchbase.mock.BucketConfiguration;
import com.couchbase.mock.CouchbaseMock;
import com.couchbase.mock.memcached.MemcachedServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.common.edge.store.couchbase.Durability;

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

    private static CouchbaseUnderTest under;

    @BeforeAll
    static void open() {
      under = CouchbaseUnderTest.start();
    }

    @AfterAll
    static void close() {
      under.close();
    }

    @Override
    protected DocumentStore store() {
      return under.store();
    }

    @Override
    protected String adapter() {
      return "the wire double (it calls itself %s)".formatted(under.server());
    }
  }

  /// Another double, made by others: no collections, no durability, no scans of keys.
  @Nested
  class Mock extends DocumentStoreContract {

    private static CouchbaseMock mock;
    private static DocumentStore store;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
      BucketConfiguration bucket = new BucketConfiguration();
      bucket.type = Bucket.BucketType.COUCHBASE;
      bucket.numNodes = 1;
      bucket.numReplicas = 0;
      bucket.name = "polo";
      bucket.password = "marco";
      mock = new CouchbaseMock(0, List.of(bucket));
      mock.start();
      mock.waitForStartup();
      MemcachedServer server = mock.getBuckets().values().iterator().next().getServers()[0];
      server.setCccpEnabled(true);
      store =
          CouchbaseDocumentStore.open(
              "couchbase://127.0.0.1:" + server.getPort(),
              CouchbaseSettings.of("polo", CouchbaseUnderTest.passwordFile("marco"), "polo")
                  .with(Durability.NONE)
                  .inScope("_default"),
              new SimpleMeterRegistry());
    }

    @AfterAll
    static void close() {
      store.close();
      mock.stop();
    }

    @Override
    protected DocumentStore store() {
      return store;
    }

    @Override
    protected String adapter() {
      return "CouchbaseMock 1.5.27 (default collection, no durability, no listing of keys)";
    }

    @Override
    protected boolean listsKeys() {
      return false;
    }

    @Override
    protected boolean readsEveryName() {
      return false;
    }
  }

  /// A real cluster, when there is one.
  @Nested
  @ExtendWith(RealCouchbase.class)
  class Real extends DocumentStoreContract {

    private static RealCouchbase.Cluster cluster;

    @BeforeAll
    static void open() {
      cluster = RealCouchbase.open();
    }

    @AfterAll
    static void close() {
      cluster.close();
    }

    @Override
    protected DocumentStore store() {
      return cluster.store();
    }

    @Override
    protected String adapter() {
      return cluster.description();
    }
  }
}
