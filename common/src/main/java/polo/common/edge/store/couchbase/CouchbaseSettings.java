package polo.common.edge.store.couchbase;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How to reach a bucket, and how to write to it.
///
/// @param user of the cluster; must be absent when a client certificate says who we are
/// @param passwordFile a file with nothing but the password
/// @param bucket that holds the documents
/// @param scope within it; `_default` puts all into one collection, for servers without more
/// @param durability of every write
/// @param durabilityOf the same for single collections, by name, which is the kind of document
/// @param window requests under way at once; fewer while the cluster is tired
/// @param timeouts how long to wait
/// @param network which of the cluster's addresses to use: `auto`, `default` or `external`
/// @param trustCertificate of the authority that signed the cluster's; the JDK's own if absent
/// @param keystore with our client certificate (PKCS #12), for mutual TLS
/// @param keystorePasswordFile a file with nothing but the keystore's password
public record CouchbaseSettings(
    @Nullable String user,
    @Nullable Path passwordFile,
    @DefaultValue("polo") String bucket,
    @DefaultValue("travel") String scope,
    @DefaultValue("majority") Durability durability,
    @DefaultValue Map<String, Durability> durabilityOf,
    @DefaultValue("64") int window,
    @DefaultValue Timeouts timeouts,
    @DefaultValue("auto") String network,
    @Nullable Path trustCertificate,
    @Nullable Path keystore,
    @Nullable Path keystorePasswordFile) {

  private static final Set<String> NETWORKS = new TreeSet<>(Set.of("auto", "default", "external"));

  public CouchbaseSettings {
    durabilityOf = Map.copyOf(durabilityOf);
    if (window < 1) {
      throw new IllegalArgumentException("window must be at least 1: " + window);
    }
    if (keystore != null && user != null) {
      throw new IllegalArgumentException(
          "either a user with a password or a keystore with a client certificate, not both");
    }
  }

  /// How long to wait for what.
  ///
  /// @param kv a read, or a write without durability
  /// @param durable a write with durability
  /// @param connect a connection with all its greetings
  /// @param management a change of scopes or collections
  /// @param scan all of a scan of keys
  public record Timeouts(
      @DefaultValue("2500ms") Duration kv,
      @DefaultValue("5s") Duration durable,
      @DefaultValue("10s") Duration connect,
      @DefaultValue("30s") Duration management,
      @DefaultValue("75s") Duration scan) {

    public static Timeouts defaults() {
      return new Timeouts(
          Duration.ofMillis(2500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(75));
    }

    /// Another patience for reads and writes, durable or not.
    public Timeouts withKv(Duration patience) {
      return new Timeouts(patience, patience, connect, management, scan);
    }

    /// Gives up connecting and reading after this long, if it did not before.
    public Timeouts hasty(Duration longest) {
      return new Timeouts(
          shorter(kv, longest), durable, shorter(connect, longest), management, scan);
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }

  /// The defaults, with a user and a file that has the password.
  public static CouchbaseSettings of(String user, Path passwordFile, String bucket) {
    return new CouchbaseSettings(
        user,
        passwordFile,
        bucket,
        "travel",
        Durability.MAJORITY,
        Map.of(),
        64,
        Timeouts.defaults(),
        "auto",
        null,
        null,
        null);
  }

  public CouchbaseSettings inScope(String other) {
    return new CouchbaseSettings(
        user,
        passwordFile,
        bucket,
        other,
        durability,
        durabilityOf,
        window,
        timeouts,
        network,
        trustCertificate,
        keystore,
        keystorePasswordFile);
  }

  public CouchbaseSettings with(Timeouts changed) {
    return new CouchbaseSettings(
        user,
        passwordFile,
        bucket,
        scope,
        durability,
        durabilityOf,
        window,
        changed,
        network,
        trustCertificate,
        keystore,
        keystorePasswordFile);
  }

  public CouchbaseSettings with(Durability changed) {
    return new CouchbaseSettings(
        user,
        passwordFile,
        bucket,
        scope,
        changed,
        durabilityOf,
        window,
        timeouts,
        network,
        trustCertificate,
        keystore,
        keystorePasswordFile);
  }

  /// Throws `IllegalArgumentException`, with a sentence for people, when these settings are not
  /// enough to log in at `url`.
  public void check(String url) {
    if (keystore != null && !url.startsWith("couchbases://")) {
      throw new IllegalArgumentException("a client certificate needs a couchbases:// URL");
    }
    if (keystore != null && keystorePasswordFile == null) {
      throw new IllegalArgumentException(
          "polo.store.couchbase.keystore needs polo.store.couchbase.keystore-password-file");
    }
    if (keystore == null && (user == null || passwordFile == null)) {
      throw new IllegalArgumentException(
          "a Couchbase store needs polo.store.couchbase.user and .password-file, or .keystore for"
              + " mutual TLS");
    }
    if (!NETWORKS.contains(network)) {
      throw new IllegalArgumentException(
          "polo.store.couchbase.network is one of %s, not %s".formatted(NETWORKS, network));
    }
  }

  boolean isDefaultScope() {
    return scope.equals("_default");
  }

  Durability durabilityIn(String collection) {
    return durabilityOf.getOrDefault(collection, durability);
  }
}
