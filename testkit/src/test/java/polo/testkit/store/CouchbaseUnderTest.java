package polo.testkit.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.couchbase.BucketSetup;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.common.edge.store.couchbase.Durability;
import polo.testkit.couchbase.BucketSettings;
import polo.testkit.couchbase.CouchbaseDouble;

/// A double with a bucket that is set up, and the store on it.
record CouchbaseUnderTest(
    CouchbaseDouble couchbase, CouchbaseSettings settings, String server, DocumentStore store)
    implements AutoCloseable {

  /// As production has it.
  static CouchbaseUnderTest start() {
    return start(Durability.MAJORITY, CouchbaseSettings.Timeouts.defaults());
  }

  /// Impatient, so that a test of answers that never come is over soon.
  static CouchbaseUnderTest start(Duration patience) {
    return start(Durability.NONE, CouchbaseSettings.Timeouts.defaults().withKv(patience));
  }

  private static CouchbaseUnderTest start(
      Durability durability, CouchbaseSettings.Timeouts timeouts) {
    CouchbaseDouble couchbase = CouchbaseDouble.start(BucketSettings.named("polo"));
    CouchbaseSettings settings =
        CouchbaseSettings.of(CouchbaseDouble.USER, passwordFile(CouchbaseDouble.PASSWORD), "polo")
            .with(durability);
    String server =
        new BucketSetup(false, false).run(couchbase.connectionString(), settings).server();
    CouchbaseSettings patient = settings.with(timeouts);
    return new CouchbaseUnderTest(
        couchbase,
        patient,
        server,
        CouchbaseDocumentStore.open(
            couchbase.connectionString(), patient, new SimpleMeterRegistry()));
  }

  @Override
  public void close() {
    store.close();
    couchbase.close();
  }

  static Path passwordFile(String password) {
    try {
      Path file = Files.createTempFile("polo-couchbase", ".password");
      file.toFile().deleteOnExit();
      return Files.writeString(file, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
