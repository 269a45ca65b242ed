package polo.common.edge.store.couchbase;

import com.couchbase.client.java.AsyncCollection;
import com.couchbase.client.java.codec.RawJsonTranscoder;
import com.couchbase.client.java.kv.GetOptions;
import com.couchbase.client.java.kv.GetResult;
import com.couchbase.client.java.kv.InsertOptions;
import com.couchbase.client.java.kv.MutateInOptions;
import com.couchbase.client.java.kv.MutationResult;
import com.couchbase.client.java.kv.RemoveOptions;
import com.couchbase.client.java.kv.ReplaceOptions;
import com.couchbase.client.java.kv.StoreSemantics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoreGate;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Single requests, sent once each. JSON passes as bytes in both directions: it is encoded once, by
/// us.
final class Requests {

  private static final GetOptions RAW =
      GetOptions.getOptions().transcoder(RawJsonTranscoder.INSTANCE);

  private final Function<String, AsyncCollection> collections;
  private final CouchbaseSettings settings;
  private final StoreGate gate;
  private final Map<String, Keyspace> keyspaces = new ConcurrentHashMap<>();
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

  Requests(
      Function<String, AsyncCollection> collections, CouchbaseSettings settings, StoreGate gate) {
    this.collections = collections;
    this.settings = settings;
    this.gate = gate;
  }

  /// Nobody waits for the answer any more. Whether a write was made is not known.
  static final class AbandonedException extends RuntimeException {
    AbandonedException() {
      super("the store was left before it answered");
    }
  }

  /// The gate is closed: nothing was sent.
  static final class ClosedException extends RuntimeException {
    ClosedException(String why) {
      super(why);
    }
  }

  /// A collection and how to write to it.
  private record Keyspace(AsyncCollection collection, Durability durability, InsertOptions insert) {

    static Keyspace of(AsyncCollection collection, Durability durability) {
      return new Keyspace(
          collection,
          durability,
          InsertOptions.insertOptions()
              .transcoder(RawJsonTranscoder.INSTANCE)
              .durability(durability.level()));
    }
  }

  /// Ends whatever is under way, now. What the client still has of it runs into its timeout.
  void abandon() {
    underWay.forEach(answer -> answer.completeExceptionally(new AbandonedException()));
  }

  /// Fails with the client's own exceptions, or [ClosedException]; [Failures] reads them.
  CompletableFuture<Optional<StoredDocument>> get(DocumentKey key) {
    String closed = gate.closedToReads();
    return closed == null
        ? abandonable(keyspace(key).collection().getOrNull(key.value(), RAW))
            .thenApply(Requests::document)
        : CompletableFuture.failedFuture(new ClosedException(closed));
  }

  /// The same promise, until somebody gives it up.
  @SuppressWarnings("UndefinedEquals") // a future equals itself alone, which is what is meant
  <T extends @Nullable Object> CompletableFuture<T> abandonable(CompletableFuture<T> answer) {
    underWay.add(answer);
    var _ = answer.whenComplete((_, _) -> underWay.remove(answer));
    return answer;
  }

  CompletableFuture<Attempt> send(Write write) {
    String closed = gate.closedToWrites();
    if (closed != null) {
      return CompletableFuture.completedFuture(
          new Attempt.Ended(new WriteResult.Unavailable(closed)));
    }
    return switch (write) {
      case Write.Create(_, var json) when isTooLarge(json) -> tooLarge(json.length);
      case Write.Replace(_, _, var json) when isTooLarge(json) -> tooLarge(json.length);
      case Write.PatchPaths(_, var patches) when Patches.bytes(patches) > DocumentStore.MAX_BYTES ->
          tooLarge(Patches.bytes(patches));
      case Write.PatchPaths(_, var patches) when !Patches.areByPath(patches) ->
          CompletableFuture.completedFuture(new Attempt.NotByPath());
      case Write.Create _, Write.Replace _, Write.Remove _, Write.PatchPaths _ ->
          abandonable(mutate(write)).handle((result, failure) -> attempt(write, result, failure));
    };
  }

  private CompletableFuture<MutationResult> mutate(Write write) {
    Keyspace keyspace = keyspace(write.key());
    AsyncCollection collection = keyspace.collection();
    String key = write.key().value();
    return switch (write) {
      case Write.Create(_, var json) -> collection.insert(key, json, keyspace.insert());
      case Write.Replace(_, var expected, var json) ->
          collection.replace(
              key,
              json,
              ReplaceOptions.replaceOptions()
                  .cas(expected.value())
                  .transcoder(RawJsonTranscoder.INSTANCE)
                  .durability(keyspace.durability().level()));
      case Write.Remove(_, var expected) ->
          collection.remove(
              key,
              RemoveOptions.removeOptions()
                  .cas(expected.value())
                  .durability(keyspace.durability().level()));
      case Write.PatchPaths(_, var patches) -> patch(keyspace, key, patches);
    };
  }

  private static CompletableFuture<MutationResult> patch(
      Keyspace keyspace, String key, List<Patch> patches) {
    MutateInOptions options =
        MutateInOptions.mutateInOptions()
            .serializer(RawSerializer.INSTANCE)
            .storeSemantics(
                Patches.mayCreate(patches) ? StoreSemantics.UPSERT : StoreSemantics.REPLACE)
            .durability(keyspace.durability().level());
    return keyspace
        .collection()
        .mutateIn(key, Patches.specs(patches), options)
        .thenApply(result -> result);
  }

  private Keyspace keyspace(DocumentKey key) {
    return keyspaces.computeIfAbsent(
        CollectionNames.of(key),
        name -> Keyspace.of(collections.apply(name), settings.durabilityIn(name)));
  }

  private static Attempt attempt(
      Write write, @Nullable MutationResult result, @Nullable Throwable failure) {
    return result == null
        ? Attempt.of(Failures.of(failure), write)
        : new Attempt.Ended(new WriteResult.Written(new Revision(result.cas())));
  }

  private static Optional<StoredDocument> document(@Nullable GetResult result) {
    return Optional.ofNullable(result)
        .map(found -> new StoredDocument(found.contentAsBytes(), new Revision(found.cas())));
  }

  private static boolean isTooLarge(byte[] json) {
    return json.length > DocumentStore.MAX_BYTES;
  }

  private static CompletableFuture<Attempt> tooLarge(long bytes) {
    return CompletableFuture.completedFuture(new Attempt.Ended(new WriteResult.TooLarge(bytes)));
  }
}
