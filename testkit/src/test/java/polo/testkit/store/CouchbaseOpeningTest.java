package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import polo.common.document.DocumentKey;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.couchbase.BucketSetup;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.testkit.couchbase.CouchbaseDouble;

/// What is said when a bucket must not or cannot be opened.
class CouchbaseOpeningTest {

  private static final DocumentKey SCHEMA = DocumentKey.of("meta", "schema");

  private CouchbaseUnderTest under;

  @BeforeEach
  void start() {
    under = CouchbaseUnderTest.start(Duration.ofSeconds(2));
  }

  @AfterEach
  void stop() {
    under.close();
  }

  @Test
  void a_bucket_that_a_newer_polo_wrote_is_neither_opened_nor_set_up() {
    under.store().merge(SCHEMA, _ -> Optional.of("{\"version\":99}".getBytes(UTF_8)));

    assertThatThrownBy(() -> open(under.settings()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("newer Polo");
    assertThatThrownBy(() -> new BucketSetup(false, false).run(url(), under.settings()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("newer Polo");
  }

  @Test
  void a_store_with_a_wrong_password_is_away() {
    CouchbaseSettings wrong =
        CouchbaseSettings.of(CouchbaseDouble.USER, CouchbaseUnderTest.passwordFile("no"), "polo")
            .with(under.settings().timeouts());

    try (CouchbaseDocumentStore store = open(wrong)) {
      assertThatThrownBy(() -> store.get(SCHEMA)).isInstanceOf(StoreUnavailableException.class);
    }
  }

  private CouchbaseDocumentStore open(CouchbaseSettings settings) {
    return CouchbaseDocumentStore.open(url(), settings, new SimpleMeterRegistry());
  }

  private String url() {
    return under.couchbase().connectionString();
  }
}
