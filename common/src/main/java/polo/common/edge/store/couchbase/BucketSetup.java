package polo.common.edge.store.couchbase;

import com.couchbase.client.core.error.CollectionExistsException;
import com.couchbase.client.core.error.CouchbaseException;
import com.couchbase.client.core.error.ScopeExistsException;
import com.couchbase.client.core.retry.BestEffortRetryStrategy;
import com.couchbase.client.java.http.HttpPath;
import com.couchbase.client.java.http.HttpTarget;
import com.couchbase.client.java.kv.GetOptions;
import com.couchbase.client.java.manager.bucket.BucketSettings;
import com.couchbase.client.java.manager.collection.CollectionManager;
import com.couchbase.client.java.manager.collection.CollectionSpec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import polo.common.edge.json.Json;
import polo.common.edge.store.StoreGate;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.common.edge.store.couchbase.BucketReport.State;
import polo.common.edge.store.couchbase.BucketReport.Step;
import tools.jackson.databind.JsonNode;

/// Makes a bucket ready for Polo, as often as it is asked: what is there stays. The bucket itself
/// is looked at, never made: how it resolves conflicts cannot be changed later, and how much of the
/// cluster it takes is not ours to say.
///
/// @param dryRun look only
/// @param indexes make secondary indexes too, which nothing of Polo needs: they are for people who
///   ask questions in SQL++
public record BucketSetup(boolean dryRun, boolean indexes) {

  /// Fewer replicas and one dead node makes writes to a majority impossible.
  private static final int REPLICAS = 2;

  private static final List<String> INDEXED =
      List.of("journey", "photo", "place", "timeline", "trip");

  /// Sets one bucket up. Throws [StoreUnavailableException] when it does not answer, and
  /// `IllegalStateException` when a newer Polo wrote it.
  public BucketReport run(String url, CouchbaseSettings settings) {
    Connection connection =
        Connection.open(
            url,
            settings,
            BestEffortRetryStrategy.INSTANCE,
            new MicrometerMeter(new SimpleMeterRegistry()));
    try (connection) {
      return run(connection);
    } catch (CouchbaseException e) {
      throw new StoreUnavailableException(url + ": " + connection.whyNot(e), e);
    }
  }

  /// What keeps two buckets from standing in for each other; empty when nothing does.
  public static List<Step> compare(BucketReport primary, BucketReport standby) {
    List<Step> steps = new ArrayList<>();
    BucketReport.Facts one = primary.facts();
    BucketReport.Facts other = standby.facts();
    steps.add(equal("conflict resolution", one.conflictResolution(), other.conflictResolution()));
    if (!one.conflictResolution().equals("timestamp")) {
      steps.add(
          new Step(
              "conflict resolution",
              State.WRONG,
              "between clusters the later change must win: make both buckets with LWW"));
    }
    steps.add(equal("partitions", one.partitions(), other.partitions()));
    return steps;
  }

  private BucketReport run(Connection connection) {
    connection.bucket().waitUntilReady(connection.settings().timeouts().management());
    BucketReport.Facts facts = facts(connection);
    List<Step> steps = new ArrayList<>(advice(facts));
    steps.addAll(collections(connection));
    boolean complete = steps.stream().noneMatch(step -> step.state() == State.MISSING);
    if (complete) {
      awaitCollections(connection);
      steps.add(stamp(connection));
    }
    if (indexes && complete && !dryRun) {
      steps.addAll(index(connection));
    }
    return new BucketReport(connection.url(), server(connection), facts, steps);
  }

  private static BucketReport.Facts facts(Connection connection) {
    BucketSettings bucket =
        connection.cluster().buckets().getBucket(connection.settings().bucket());
    return new BucketReport.Facts(
        bucket.numReplicas(),
        bucket.conflictResolutionType().name().toLowerCase(Locale.ROOT),
        String.valueOf(bucket.storageBackend()).toLowerCase(Locale.ROOT),
        Optional.ofNullable(bucket.numVBuckets()).orElse(0));
  }

  private static List<Step> advice(BucketReport.Facts facts) {
    Step replicas =
        facts.replicas() >= REPLICAS
            ? new Step("replicas", State.AS_WANTED, String.valueOf(facts.replicas()))
            : new Step(
                "replicas",
                State.ADVICE,
                "%d; with 2, writes to a majority survive the loss of a node"
                    .formatted(facts.replicas()));
    Step conflicts =
        facts.conflictResolution().equals("timestamp")
            ? new Step("conflict resolution", State.AS_WANTED, "the later change wins")
            : new Step(
                "conflict resolution",
                State.ADVICE,
                facts.conflictResolution() + "; a standby cluster would need LWW");
    return List.of(replicas, conflicts);
  }

  private List<Step> collections(Connection connection) {
    CollectionManager manager = connection.bucket().collections();
    String scope = connection.settings().scope();
    Set<String> there =
        manager.getAllScopes().stream()
            .filter(found -> found.name().equals(scope))
            .flatMap(found -> found.collections().stream())
            .map(CollectionSpec::name)
            .collect(Collectors.toSet());
    if (!dryRun && there.isEmpty()) {
      createScope(manager, scope);
    }
    List<Step> steps = new ArrayList<>();
    for (String name : CollectionNames.all()) {
      steps.add(new Step(scope + "." + name, collection(manager, scope, name, there), ""));
    }
    return steps;
  }

  private State collection(
      CollectionManager manager, String scope, String name, Set<String> there) {
    if (there.contains(name)) {
      return State.AS_WANTED;
    }
    if (dryRun) {
      return State.MISSING;
    }
    try {
      manager.createCollection(scope, name);
    } catch (CollectionExistsException e) {
      // Somebody else is setting it up at this moment.
    }
    return State.CREATED;
  }

  private static void createScope(CollectionManager manager, String scope) {
    try {
      manager.createScope(scope);
    } catch (ScopeExistsException e) {
      // An empty one, or somebody else was faster.
    }
  }

  /// A collection that was just made is not at once known to every node.
  private static void awaitCollections(Connection connection) {
    Duration patience = connection.settings().timeouts().management();
    for (String name : CollectionNames.all()) {
      connection
          .scope()
          .collection(name)
          .async()
          .getOrNull("probe", GetOptions.getOptions().timeout(patience))
          .join();
    }
  }

  private Step stamp(Connection connection) {
    Requests requests =
        new Requests(
            name -> connection.scope().collection(name).async(),
            connection.settings(),
            StoreGate.open());
    Optional<StoredDocument> stamp = requests.get(Schema.KEY).join();
    Schema.check(stamp, connection.url());
    String version = String.valueOf(Schema.CURRENT.version());
    if (stamp.map(Schema::of).filter(Schema.CURRENT::equals).isPresent()) {
      return new Step("schema", State.AS_WANTED, version);
    }
    if (dryRun) {
      return new Step("schema", State.MISSING, version);
    }
    Write write =
        stamp
            .<Write>map(
                found -> new Write.Replace(Schema.KEY, found.revision(), Schema.CURRENT.json()))
            .orElseGet(() -> new Write.Create(Schema.KEY, Schema.CURRENT.json()));
    return requests.send(write).join() instanceof Attempt.Ended(WriteResult.Written _)
        ? new Step("schema", State.CREATED, version)
        : new Step("schema", State.MISSING, "could not be stamped: run init again");
  }

  private static List<Step> index(Connection connection) {
    List<Step> steps = new ArrayList<>();
    for (String collection : INDEXED) {
      String keyspace =
          "`%s`.`%s`.`%s`"
              .formatted(connection.settings().bucket(), connection.settings().scope(), collection);
      connection
          .cluster()
          .query(
              "CREATE INDEX by_user IF NOT EXISTS ON %s(SPLIT(META().id, \"::\")[1])"
                      .formatted(keyspace)
                  + " WITH {\"defer_build\": true}");
      connection.cluster().query("BUILD INDEX ON %s(by_user)".formatted(keyspace));
      steps.add(
          new Step("index by_user on " + collection, State.AS_WANTED, "building, if it is new"));
    }
    return steps;
  }

  private static String server(Connection connection) {
    JsonNode pools =
        Json.tree(
            connection
                .cluster()
                .httpClient()
                .get(HttpTarget.manager(), HttpPath.of("/pools"))
                .content());
    boolean enterprise = pools.path("isEnterprise").asBoolean();
    return "%s %s"
        .formatted(
            pools.path("implementationVersion").asString("unknown"),
            enterprise ? "Enterprise" : "Community");
  }

  private static Step equal(String what, Object one, Object other) {
    return one.equals(other)
        ? new Step(what + " of both", State.AS_WANTED, String.valueOf(one))
        : new Step(what + " of both", State.WRONG, one + " here, " + other + " on the standby");
  }
}
