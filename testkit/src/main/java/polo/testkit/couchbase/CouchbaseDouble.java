package polo.testkit.couchbase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import polo.common.edge.json.Json;

/// One Couchbase node in memory, for the real client to talk to. It speaks the key-value protocol
/// with collections, compare-and-set, sub-documents, expiry, scans and (accepted, not waited for)
/// durability, and as much of the management port as is needed to set a bucket up.
///
/// ```
/// try (CouchbaseDouble couchbase = CouchbaseDouble.start(BucketSettings.named("polo"))) {
///   couchbase.create("travel", "trip");
///   couchbase.faults(FaultPlan.times(1, call -> call.opcode() == Opcode.ADD, new Fault.Cut(true)));
///   ... connect to couchbase.connectionString() as USER with PASSWORD
/// }
/// ```
///
/// [#kill] is `kill -9` of a node with a perfect disk; [#restart] brings it back on the same ports.
public final class CouchbaseDouble implements AutoCloseable {

  public static final String USER = "polo";
  public static final String PASSWORD = "marco";

  static final String HOST = "127.0.0.1";

  private final Manifest manifest = new Manifest();
  private final Vault vault = new Vault();
  private final CopyOnWriteArrayList<String> statements = new CopyOnWriteArrayList<>();
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
  private final Node node;
  private final int kvPort;
  private final int managementPort;
  private volatile FaultPlan faults = FaultPlan.none();
  private @Nullable ServerSocketChannel door; // guarded by this
  private @Nullable ManagementPort management; // guarded by this

  private CouchbaseDouble(BucketSettings bucket) throws IOException {
    node =
        new Node(
            bucket,
            USER,
            PASSWORD,
            manifest,
            vault,
            new RangeScans(vault),
            () -> faults,
            this::map);
    ServerSocketChannel opened = listen(0);
    ManagementPort http = ManagementPort.open(node, 0, statements);
    door = opened;
    management = http;
    kvPort = ((InetSocketAddress) opened.getLocalAddress()).getPort();
    managementPort = http.port();
    Thread.ofPlatform().name("couchbase-double").daemon().start(() -> accept(opened));
  }

  /// Starts a node with an empty bucket on free ports.
  public static CouchbaseDouble start(BucketSettings bucket) {
    try {
      return new CouchbaseDouble(bucket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a client finds it: as [#USER] with [#PASSWORD].
  public String connectionString() {
    return "couchbase://" + HOST + ":" + kvPort;
  }

  public BucketSettings bucket() {
    return node.bucket();
  }

  /// Makes the scope and the collections that are missing.
  public void create(String scope, String... collections) {
    manifest.createScope(scope);
    for (String collection : collections) {
      manifest.createCollection(scope, collection);
    }
  }

  /// What goes wrong from now on.
  public void faults(FaultPlan plan) {
    faults = plan;
  }

  /// Lets time pass for documents with an expiry.
  public void passTime(Duration duration) {
    vault.passTime(duration);
  }

  /// The documents that are there, in the order of their last change.
  public List<Mutation> documents() {
    return changesAfter(0).stream().filter(change -> change.json() != null).toList();
  }

  /// The last state of every document changed after a sequence number, in the order of changes;
  /// removed ones among them. What a replication reads.
  public List<Mutation> changesAfter(long sequence) {
    return vault.after(sequence).stream().map(this::mutation).toList();
  }

  /// The number of the last change, 0 before the first.
  public long lastSequence() {
    return vault.lastSequence();
  }

  /// Takes a change made on another node, unless the state here is later: what a replication
  /// writes. Answers whether it was taken. Its collection must exist.
  public boolean accept(Mutation change) {
    Vault.Id id = new Vault.Id(collectionId(change.collection()), change.key());
    int partition = Partitions.of(change.key(), bucket().partitions());
    return vault.accept(
        id, new Item(partition, change.json(), 0, 0, change.cas(), vault.nextSequence()));
  }

  /// Forgets all documents; scopes and collections stay.
  public void clear() {
    vault.clear();
  }

  /// Statements about indexes that came in.
  public List<String> statements() {
    return List.copyOf(statements);
  }

  public Set<String> collections() {
    return Set.copyOf(manifest.collections());
  }

  /// Cuts every connection and answers nobody until [#restart]. What was written stays.
  public synchronized void kill() {
    try {
      if (door != null) {
        door.close();
        door = null;
      }
      if (management != null) {
        management.close();
        management = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cutConnections();
  }

  /// Comes back on the same ports; does nothing when it runs.
  public synchronized void restart() {
    if (door != null) {
      return;
    }
    try {
      ServerSocketChannel opened = listen(kvPort);
      door = opened;
      management = ManagementPort.open(node, managementPort, statements);
      Thread.ofPlatform().name("couchbase-double").daemon().start(() -> accept(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Cuts every connection; clients may come back at once.
  public void cutConnections() {
    for (SocketChannel connection : connections) {
      close(connection);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /// Starts a double for people to try things on: prints how to reach it and runs until it is
  /// stopped.
  ///
  /// @param arguments the name of the bucket, `polo` if absent
  public static void main(String[] arguments) throws InterruptedException {
    String bucket = arguments.length == 0 ? "polo" : arguments[0];
    try (CouchbaseDouble couchbase = start(BucketSettings.named(bucket))) {
      System.out.println(
          Json.line(
              Map.of(
                  "url", couchbase.connectionString(),
                  "bucket", bucket,
                  "user", USER,
                  "password", PASSWORD)));
      Thread.currentThread().join();
    }
  }

  private static ServerSocketChannel listen(int port) throws IOException {
    ServerSocketChannel door = ServerSocketChannel.open();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return door;
  }

  private void accept(ServerSocketChannel door) {
    try {
      while (true) {
        SocketChannel channel = door.accept();
        channel.socket().setTcpNoDelay(true);
        connections.add(channel);
        Thread.ofPlatform().name("couchbase-double-kv").daemon().start(() -> serve(channel));
      }
    } catch (IOException e) {
      // The door was closed.
    }
  }

  private void serve(SocketChannel channel) {
    try {
      new KvConnection(node, channel).run();
    } finally {
      connections.remove(channel);
    }
  }

  private ClusterMap map() {
    return new ClusterMap(node.bucket(), HOST, kvPort, managementPort);
  }

  private Mutation mutation(Map.Entry<Vault.Id, Item> entry) {
    Item item = entry.getValue();
    String collection =
        Optional.ofNullable(manifest.name(entry.getKey().collection())).orElse("dropped.dropped");
    return new Mutation(collection, entry.getKey().key(), item.json(), item.cas(), item.sequence());
  }

  private long collectionId(String name) {
    return manifest
        .id(name)
        .orElseThrow(() -> new IllegalArgumentException("no collection " + name));
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is as closed as it can be.
    }
  }
}
