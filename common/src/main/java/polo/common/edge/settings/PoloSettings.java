package polo.common.edge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.common.job.RetryPolicy;

/// Settings both workers share, under `polo.*` (`POLO_*` in the environment).
@ConfigurationProperties("polo")
public record PoloSettings(
    @DefaultValue Kafka kafka,
    @DefaultValue Store store,
    @DefaultValue Blobs blobs,
    @DefaultValue Retries retries) {

  /// How to reach Kafka and how topics are made.
  ///
  /// @param bootstrap `host:port`, several joined by commas
  /// @param createTopics make missing topics at start; otherwise a missing topic stops the start
  /// @param partitions of each topic of jobs that Polo makes
  /// @param replication of each topic that Polo makes; -1 is the broker's default
  /// @param drain how long a stopping worker may finish what it has begun; orchestrators kill after
  ///   30 seconds, and leaving takes some of it
  /// @param groupProtocol how consumer groups share partitions
  /// @param security how Polo and the brokers know each other
  public record Kafka(
      @DefaultValue("localhost:9092") String bootstrap,
      @DefaultValue("true") boolean createTopics,
      @DefaultValue("24") int partitions,
      @DefaultValue("-1") short replication,
      @DefaultValue("25s") Duration drain,
      @DefaultValue("classic") GroupProtocol groupProtocol,
      @DefaultValue KafkaSecurity security) {}

  /// The two protocols of Kafka's consumer groups.
  public enum GroupProtocol {
    /// Workers agree among themselves, cooperatively.
    CLASSIC,
    /// The broker assigns (KIP-848), and decides how long a silent worker keeps its partitions.
    CONSUMER
  }

  /// Where documents go.
  ///
  /// @param url `sqlite:{file}`, `couchbase://{host},{host}`, or `couchbases://{host}` with TLS
  /// @param couchbase how to log in there, and how to write
  /// @param standby the store that can take over
  public record Store(
      @DefaultValue("sqlite:data/polo.db") String url,
      @DefaultValue CouchbaseSettings couchbase,
      @DefaultValue Standby standby) {

    /// The same, in the store that stands by. Throws when there is none.
    public Store ofStandby() {
      return new Store(Objects.requireNonNull(standby.url(), "no standby"), couchbase, standby);
    }

    /// The same, asked in another way.
    public Store with(CouchbaseSettings changed) {
      return new Store(url, changed, standby);
    }
  }

  /// The store that can take over, with the same user, bucket and scope.
  ///
  /// @param url like the store's; absent when there is none
  /// @param beat how often the store in use is given a heartbeat and a restore point
  /// @param lease how long a worker may write without hearing from the broker which store is in use
  public record Standby(
      @Nullable String url,
      @DefaultValue("5s") Duration beat,
      @DefaultValue("10s") Duration lease) {}

  /// Where blobs go.
  ///
  /// @param folder of the file blob store
  public record Blobs(@DefaultValue("data/blobs") Path folder) {}

  /// How often and how patiently.
  ///
  /// @param attempts how often a job that keeps failing is tried in all before it becomes a dead
  ///   letter. A tired store or blob store is waited for and counts for nothing
  /// @param first the longest first wait
  /// @param longest the longest wait
  public record Retries(
      @DefaultValue("5") int attempts,
      @DefaultValue("500ms") Duration first,
      @DefaultValue("30s") Duration longest) {

    public RetryPolicy policy() {
      return new RetryPolicy(attempts, first, longest);
    }
  }
}
