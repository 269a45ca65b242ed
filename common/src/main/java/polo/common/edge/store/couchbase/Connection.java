package polo.common.edge.store.couchbase;

import com.couchbase.client.core.cnc.Meter;
import com.couchbase.client.core.env.Authenticator;
import com.couchbase.client.core.env.CertificateAuthenticator;
import com.couchbase.client.core.env.NetworkResolution;
import com.couchbase.client.core.env.PasswordAuthenticator;
import com.couchbase.client.core.error.CouchbaseException;
import com.couchbase.client.core.retry.RetryStrategy;
import com.couchbase.client.java.Bucket;
import com.couchbase.client.java.Cluster;
import com.couchbase.client.java.ClusterOptions;
import com.couchbase.client.java.Collection;
import com.couchbase.client.java.Scope;
import com.couchbase.client.java.env.ClusterEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.edge.secret.SecretFile;

/// An open cluster and the bucket of it that we use. Connecting goes on behind it: opening never
/// fails because the cluster is away.
///
/// @param url as `couchbase://host1,host2` or, with TLS, `couchbases://host`
record Connection(String url, CouchbaseSettings settings, Cluster cluster)
    implements AutoCloseable {

  static Connection open(
      String url, CouchbaseSettings settings, RetryStrategy retries, Meter meter) {
    ClusterOptions options =
        ClusterOptions.clusterOptions(authenticator(url, settings))
            .environment(environment -> prepare(environment, settings, retries, meter));
    return new Connection(url, settings, Cluster.connect(url, options));
  }

  Bucket bucket() {
    return cluster.bucket(settings.bucket());
  }

  Scope scope() {
    return bucket().scope(settings.scope());
  }

  /// The server's default scope has only the default collection, which then holds everything.
  Collection collection(String name) {
    return settings.isDefaultScope() ? bucket().defaultCollection() : scope().collection(name);
  }

  /// What is known of why the cluster does not answer: a wrong password shows here and nowhere
  /// else.
  String whyNot(Throwable failure) {
    try {
      bucket().waitUntilReady(Duration.ofMillis(100));
      return Failures.sentence(failure);
    } catch (CouchbaseException e) {
      return Failures.lastConnectFailure(e).orElseGet(() -> Failures.sentence(failure));
    }
  }

  @Override
  public void close() {
    cluster.disconnect();
  }

  /// What the client itself logs is kept: slow requests and answers that came too late, each ten
  /// seconds.
  private static void prepare(
      ClusterEnvironment.Builder environment,
      CouchbaseSettings settings,
      RetryStrategy retries,
      Meter meter) {
    CouchbaseSettings.Timeouts timeouts = settings.timeouts();
    environment
        .retryStrategy(retries)
        .meter(meter)
        .timeoutConfig(config ->
            config
                .kvTimeout(timeouts.kv())
                .kvDurableTimeout(timeouts.durable())
                .kvScanTimeout(timeouts.scan())
                .connectTimeout(timeouts.connect())
                .managementTimeout(timeouts.management()))
        .ioConfig(config -> config.networkResolution(NetworkResolution.valueOf(settings.network())))
        .securityConfig(config ->
            Optional.ofNullable(settings.trustCertificate()).ifPresent(config::trustCertificate));
  }

  private static Authenticator authenticator(String url, CouchbaseSettings settings) {
    settings.check(url);
    return settings.keystore() != null
        ? CertificateAuthenticator.fromKeyStore(
            settings.keystore(), secret(settings.keystorePasswordFile()), Optional.of("PKCS12"))
        : PasswordAuthenticator.create(
            Objects.requireNonNull(settings.user()), secret(settings.passwordFile()));
  }

  private static String secret(@Nullable Path file) {
    return SecretFile.read(Objects.requireNonNull(file));
  }
}
