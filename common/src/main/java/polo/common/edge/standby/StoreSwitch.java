package polo.common.edge.standby;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;

/// Moves the fleet from one store to the other:
///
/// 1. look whether the other store can take over at all;
/// 2. fence: all workers leave their groups, and nobody writes;
/// 3. while the store left still answers, wait until the other has its last heartbeat, else accept
///    that it lacks a tail;
/// 4. send the groups back to the restore point before the other store's last heartbeat, less a
///    margin; guards make doing things again harmless;
/// 5. open the other store.
///
/// When a step fails after the fence, the store left is opened again. When somebody else puts an
/// epoch in force meanwhile, this switch ends there, with an [OvertakenException].
///
/// @param drain how long workers may take to leave their groups
/// @param patience how long to wait for a tail that still comes
/// @param margin before the last heartbeat that arrived: what replication may have overtaken
/// @param say is told each step, for people
public record StoreSwitch(
    ControlTopic topic,
    Admin admin,
    Clock clock,
    Duration drain,
    Duration patience,
    Duration margin,
    Consumer<String> say) {

  private static final DocumentKey SCHEMA = DocumentKey.of("meta", "schema");
  private static final DocumentKey PROBE = DocumentKey.of("meta", "probe");

  /// How it ended.
  ///
  /// @param again records that are done again
  /// @param tail what the store taken lacked: from its last heartbeat to the fence; absent when it
  ///   lacked nothing
  public record Done(StoreEpoch epoch, long again, Optional<Duration> tail) {}

  /// Throws [StoreUnavailableException] when the other store does not answer, and
  /// `IllegalStateException` with a sentence for people when it cannot take over. Neither changes
  /// which store is in use.
  public Done run(DocumentStore from, DocumentStore to, Side side) {
    StoreEpoch before = topic.latest(Duration.ofMillis(500));
    if (before.active() == side) {
      return reopen(before, side);
    }
    boolean answers = check(from, to);
    StoreEpoch fence = before.fence();
    Instant fenced = clock.instant();
    topic.publish(fence);
    say.accept("fenced by epoch " + fence.number());
    try {
      return switchTo(answers ? Optional.of(from) : Optional.empty(), to, fence, side, fenced);
    } catch (OvertakenException e) {
      throw e; // what is in force now is not ours to change
    } catch (RuntimeException e) {
      topic.publish(fence.open(before.active()));
      say.accept("given up; the %s is in use as before".formatted(before.active()));
      throw e;
    }
  }

  /// Whoever switched before may have died behind the fence: nothing was done to the other store.
  private Done reopen(StoreEpoch before, Side side) {
    if (!before.fenced()) {
      throw new IllegalStateException("the %s is in use already".formatted(side));
    }
    StoreEpoch open = before.open(side);
    topic.publish(open);
    say.accept("a fence that was left is gone; the %s is in use".formatted(side));
    return new Done(open, 0, Optional.empty());
  }

  /// Looks, and changes nothing but a probe in the store that is to take over. Answers whether the
  /// store in use answers.
  public boolean check(DocumentStore from, DocumentStore to) {
    int schema = schema(to);
    byte[] probe = Json.bytes(clock.instant());
    Heartbeat.written(to.merge(PROBE, _ -> Optional.of(probe)));
    say.accept("the other store answers and takes writes, schema " + schema);
    OptionalInt ours = schemaIfAny(from);
    if (ours.isPresent() && ours.getAsInt() != schema) {
      throw new IllegalStateException(
          "the stores have schemas %d and %d".formatted(ours.getAsInt(), schema));
    }
    return ours.isPresent();
  }

  private OptionalInt schemaIfAny(DocumentStore from) {
    try {
      return OptionalInt.of(schema(from));
    } catch (StoreUnavailableException e) {
      say.accept("the store in use does not answer: " + e.getMessage());
      return OptionalInt.empty();
    }
  }

  /// The version of a store's layout; 0 when it has no stamp.
  public static int schema(DocumentStore store) {
    return store
        .get(SCHEMA)
        .map(stamp -> Json.tree(stamp.json()).path("version").asInt())
        .orElse(0);
  }

  private Done switchTo(
      Optional<DocumentStore> from, DocumentStore to, StoreEpoch fence, Side side, Instant fenced) {
    if (!await(() -> GroupOffsets.inUse(admin).isEmpty(), drain)) {
      List<String> late = GroupOffsets.inUse(admin);
      throw new IllegalStateException("somebody still works for " + late);
    }
    say.accept("all workers have left their groups");
    Optional<Duration> tail = tail(from, to, fence, fenced);
    long again = tail.map(lacking -> rewind(to, fenced.minus(lacking))).orElse(0L);
    StoreEpoch open = fence.open(side);
    topic.publish(open);
    say.accept("the %s is in use, epoch %d".formatted(side, open.number()));
    return new Done(open, again, tail);
  }

  /// Waits until all is over there, if the store left still answers.
  private Optional<Duration> tail(
      Optional<DocumentStore> from, DocumentStore to, StoreEpoch fence, Instant fenced) {
    if (from.isPresent() && hasAll(from.get(), to, fence)) {
      say.accept("the other store has everything");
      return Optional.empty();
    }
    Instant arrived = Heartbeat.read(to).map(Heartbeat::at).orElse(Instant.EPOCH);
    say.accept("its last heartbeat is of %s; what came after is done again".formatted(arrived));
    return Optional.of(Duration.between(arrived, fenced));
  }

  private boolean hasAll(DocumentStore from, DocumentStore to, StoreEpoch fence) {
    Heartbeat last = new Heartbeat(clock.instant(), fence.number());
    try {
      last.write(from);
      return await(() -> Heartbeat.read(to).filter(last::equals).isPresent(), patience);
    } catch (StoreUnavailableException e) {
      say.accept("the store left does not answer any more");
      return false;
    }
  }

  private long rewind(DocumentStore to, Instant arrived) {
    Optional<RestorePoint> point = RestorePoint.before(arrived.minus(margin), to);
    long again =
        point.map(RestorePoint::offsets).orElseGet(GroupOffsets::beginnings).rewind(admin).again();
    say.accept(
        "groups sent back by %,d records, to %s"
            .formatted(
                again, point.map(found -> found.at().toString()).orElse("their beginnings")));
    return again;
  }

  private static boolean await(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while switching", e);
      }
    }
    return true;
  }
}
