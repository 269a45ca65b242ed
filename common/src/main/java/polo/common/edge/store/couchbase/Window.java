package polo.common.edge.store.couchbase;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many requests may be under way. The limit halves when the cluster shows that it is tired (no
/// answer in time, no memory, "later"), and grows by one for each limit's worth of answers:
/// additive increase, multiplicative decrease, as TCP has it, and for the same reason.
final class Window {

  private final int largest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private double limit; // guarded by lock, as all below
  private int inFlight;
  private int answersUntilNextDecrease;

  Window(int largest) {
    this.largest = largest;
    this.limit = largest;
  }

  /// Waits for room. Every entry must be followed by one [#leave]. Waits even when interrupted:
  /// room comes as soon as a request ends, and every request ends by its timeout.
  void enter() {
    lock.lock();
    try {
      while (inFlight >= (int) limit) {
        room.awaitUninterruptibly();
      }
      inFlight++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      inFlight--;
      answersUntilNextDecrease = Math.max(0, answersUntilNextDecrease - 1);
      limit = Math.min(largest, limit + 1 / limit);
      room.signal();
    } finally {
      lock.unlock();
    }
  }

  /// The cluster is tired. One sign counts for all requests that were under way with it: they were
  /// sent before anybody could know.
  void pressure() {
    lock.lock();
    try {
      if (answersUntilNextDecrease == 0) {
        limit = Math.max(1, limit / 2);
        answersUntilNextDecrease = inFlight;
      }
    } finally {
      lock.unlock();
    }
  }

  int limit() {
    lock.lock();
    try {
      return (int) limit;
    } finally {
      lock.unlock();
    }
  }

  int inFlight() {
    lock.lock();
    try {
      return inFlight;
    } finally {
      lock.unlock();
    }
  }
}
