package polo.common.edge.kafka;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.WriteResult;
import polo.common.job.Outcome;
import polo.common.job.ReasonCode;

/// Catches the job that takes its worker down with it: each start is written down before the work
/// (`begun::{source}::{offset}`) and crossed out after it, however it ended. A job begun [#STARTS]
/// times without an end is rejected before it is begun again; its entry stays, so that it is
/// rejected again should that be cut short too.
///
/// Costs two small writes a job. A worker killed from outside counts as well: three kills in the
/// middle of one job are needed to reject a good one.
public final class AttemptLedger {

  static final int STARTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(AttemptLedger.class);

  private final DocumentStore store;
  private final SourceEpochs epochs;

  public AttemptLedger(DocumentStore store, SourceEpochs epochs) {
    this.store = store;
    this.epochs = epochs;
  }

  /// Does the work unless it was begun too often.
  ///
  /// @throws StoreUnavailableException when the start cannot be written down: nothing was begun
  public Outcome watch(ConsumerRecord<byte[], byte[]> record, Supplier<Outcome> work) {
    DocumentKey key =
        DocumentKey.of("begun", epochs.sourceOf(record), Long.toString(record.offset()));
    if (begin(key) > STARTS) {
      return Outcome.reject(
          ReasonCode.CRASH_LOOP, "begun %d times, and no worker lived to end it".formatted(STARTS));
    }
    Outcome outcome = endedEvenBy(key, work);
    end(key);
    return outcome;
  }

  /// An exception is an end like another; an error is not, for it may have come from a JVM that is
  /// about to go.
  private Outcome endedEvenBy(DocumentKey key, Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      end(key);
      throw e;
    }
  }

  private int begin(DocumentKey key) {
    AtomicInteger starts = new AtomicInteger();
    WriteResult result =
        store.merge(
            key,
            before -> {
              starts.set(before.map(AttemptLedger::starts).orElse(0) + 1);
              return Optional.of(Json.bytes(new Entry(starts.get())));
            });
    return switch (result) {
      case WriteResult.Written _, WriteResult.Skipped _ -> starts.get();
      case WriteResult.Stale _, WriteResult.Exists _, WriteResult.TooLarge _ ->
          throw new StoreUnavailableException("others write " + key, null);
      case WriteResult.Unavailable(var why) -> throw new StoreUnavailableException(why, null);
      case WriteResult.Ambiguous(var why) -> throw new StoreUnavailableException(why, null);
    };
  }

  /// An entry that cannot be crossed out now does no harm: it counts one start too many.
  private void end(DocumentKey key) {
    try {
      store.get(key).ifPresent(stored -> store.remove(key, stored.revision()));
    } catch (StoreUnavailableException e) {
      LOG.atWarn()
          .addKeyValue("key", key)
          .log("a job's start is not crossed out: the store is away");
    }
  }

  private static int starts(byte[] json) {
    return Json.read(json, Entry.class).starts();
  }

  /// @param starts without an end, this one included
  private record Entry(int starts) {}
}
