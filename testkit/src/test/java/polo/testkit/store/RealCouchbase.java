package polo.testkit.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.couchbase.BucketDefinition;
import org.testcontainers.couchbase.CouchbaseContainer;
import org.testcontainers.couchbase.CouchbaseService;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.couchbase.BucketReport;
import polo.common.edge.store.couchbase.BucketSetup;
import polo.common.edge.store.couchbase.CouchbaseDocumentStore;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.testkit.ContractReport;

/// Finds a real cluster: the one `COUCHBASE_CONNSTR` names (with `COUCHBASE_USERNAME`,
/// `COUCHBASE_PASSWORD`, `COUCHBASE_BUCKET`), or one in Docker. Without any, tests on it are
/// skipped and the report says so; `REQUIRE_REAL_COUCHBASE=1` makes that a failure.
final class RealCouchbase implements ExecutionCondition {

  private static final String IMAGE = "couchbase/server:enterprise-7.6.2";

  /// A cluster that is set up, and the store on it.
  record Cluster(DocumentStore store, String description, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      store.close();
      end.run();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing = named().isPresent() ? Optional.empty() : missingInDocker();
    if (missing.isEmpty() || "1".equals(System.getenv("REQUIRE_REAL_COUCHBASE"))) {
      return ConditionEvaluationResult.enabled("a cluster is there, or must be");
    }
    String why = "COUCHBASE_CONNSTR is not set, and " + missing.get();
    ContractReport.notRun(context, DocumentStoreContract.CONTRACT, why);
    return ConditionEvaluationResult.disabled(why);
  }

  static Cluster open() {
    return named().map(RealCouchbase::openNamed).orElseGet(RealCouchbase::openContainer);
  }

  private static Cluster openNamed(String url) {
    return open(
        url,
        environment("COUCHBASE_USERNAME", "Administrator"),
        environment("COUCHBASE_PASSWORD", "password"),
        environment("COUCHBASE_BUCKET", "polo"),
        () -> {});
  }

  private static Cluster openContainer() {
    CouchbaseContainer container =
        new CouchbaseContainer(IMAGE)
            .withEnabledServices(CouchbaseService.KV)
            .withBucket(new BucketDefinition("polo").withPrimaryIndex(false).withReplicas(0))
            .withStartupTimeout(Duration.ofMinutes(3));
    container.start();
    return open(
        container.getConnectionString(),
        container.getUsername(),
        container.getPassword(),
        "polo",
        container::stop);
  }

  private static Cluster open(
      String url, String user, String password, String bucket, Runnable end) {
    CouchbaseSettings settings =
        CouchbaseSettings.of(user, CouchbaseUnderTest.passwordFile(password), bucket);
    BucketReport report = new BucketSetup(false, false).run(url, settings);
    DocumentStore store = CouchbaseDocumentStore.open(url, settings, new SimpleMeterRegistry());
    return new Cluster(store, "Couchbase Server %s at %s".formatted(report.server(), url), end);
  }

  /// Why there is nothing to run; absent when there is. An engine without the image counts as
  /// nothing, for it may have no way to it: `docker pull` it first, or require a cluster.
  ///
  /// Asks the command, not the library, which pulls images of its own before it answers.
  private static Optional<String> missingInDocker() {
    try {
      Process inspect =
          new ProcessBuilder("docker", "image", "inspect", IMAGE)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean there = inspect.waitFor(10, TimeUnit.SECONDS) && inspect.exitValue() == 0;
      inspect.destroy();
      return there ? Optional.empty() : Optional.of("Docker has no image " + IMAGE);
    } catch (IOException e) {
      return Optional.of("there is no Docker");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("asking Docker was interrupted");
    }
  }

  private static Optional<String> named() {
    return Optional.ofNullable(System.getenv("COUCHBASE_CONNSTR"));
  }

  private static String environment(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
  }
}
