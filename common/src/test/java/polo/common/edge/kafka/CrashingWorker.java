package polo.common.edge.kafka;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.Outcome;

/// A worker whose native code reads where nothing is, which ends the process and not the job.
final class CrashingWorker {

  static final ConsumerRecord<byte[], byte[]> JOB =
      new ConsumerRecord<>(Topics.PHOTOS, 3, 17, new byte[0], new byte[0]);

  private CrashingWorker() {}

  public static void main(String[] arguments) {
    try (DocumentStore store = SqliteDocumentStore.open(Path.of(arguments[0]))) {
      System.out.println(ledger(store).watch(JOB, CrashingWorker::crash));
    }
  }

  static AttemptLedger ledger(DocumentStore store) {
    return new AttemptLedger(store, new SourceEpochs(Map.of(Topics.PHOTOS, "epoch")));
  }

  @SuppressWarnings({"restricted", "IllegalCatch"})
  private static Outcome crash() {
    Linker linker = Linker.nativeLinker();
    MethodHandle lengthOf =
        linker.downcallHandle(
            linker.defaultLookup().find("strlen").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    try {
      long length = (long) lengthOf.invokeExact(MemorySegment.ofAddress(8));
      throw new IllegalStateException("there is a text of %d bytes".formatted(length));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
