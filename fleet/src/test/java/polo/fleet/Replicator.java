package polo.fleet;

import java.util.List;
import polo.testkit.couchbase.CouchbaseDouble;
import polo.testkit.couchbase.Mutation;

/// Carries every change of one node to another, in their order, until it is stopped; the later
/// change wins.
final class Replicator {

  /// A change is numbered a moment before it is there to be read.
  private static final long OVERLAP = 200;

  private final CouchbaseDouble from;
  private final CouchbaseDouble to;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile long sequence;

  private Replicator(CouchbaseDouble from, CouchbaseDouble to) {
    this.from = from;
    this.to = to;
    this.thread = Thread.ofPlatform().daemon().name("replicator").unstarted(this::run);
  }

  static Replicator start(CouchbaseDouble from, CouchbaseDouble to) {
    Replicator replicator = new Replicator(from, to);
    replicator.thread.start();
    return replicator;
  }

  /// Carries nothing more, when this returns.
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  /// Carries nothing more, but tears the end: every second partition still gets what it lacks, the
  /// others do not. Answers how many documents the other node now lacks or has older.
  long breakOff() throws InterruptedException {
    stop();
    List<Mutation> rest = from.changesAfter(sequence);
    rest.stream().filter(Replicator::isAhead).forEach(to::accept);
    return rest.stream().filter(change -> !isAhead(change)).count();
  }

  private static boolean isAhead(Mutation change) {
    return change.key().hashCode() % 2 == 0;
  }

  private void run() {
    try {
      while (!stopped) {
        for (Mutation change : from.changesAfter(sequence - OVERLAP)) {
          to.accept(change);
          sequence = Math.max(sequence, change.sequence());
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
