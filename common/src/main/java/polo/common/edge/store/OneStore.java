package polo.common.edge.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// A piece of work that must see one store from its first read to its last write. A job that read
/// what one store lacks must not write to it as if it were there.
///
/// It holds for the thread that does the work.
public final class OneStore {

  private static final long NONE = -1;
  private static final ScopedValue<AtomicLong> FIRST_SEEN = ScopedValue.newInstance();

  private OneStore() {}

  /// Does the work, all of it with the store of one epoch.
  public static <T> T throughout(Supplier<T> work) {
    return ScopedValue.where(FIRST_SEEN, new AtomicLong(NONE)).call(work::get);
  }

  /// Whether the work of this thread may go on with the store of this epoch (from 0): it has seen
  /// no other yet.
  public static boolean admits(long epoch) {
    if (!FIRST_SEEN.isBound()) {
      return true;
    }
    long seen = FIRST_SEEN.get().compareAndExchange(NONE, epoch);
    return seen == NONE || seen == epoch;
  }
}
