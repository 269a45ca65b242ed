package polo.common.edge.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The one thread that writes. What waits when it comes round goes into one transaction and one
/// wait for the disk (group commit), so eight callers cost little more than one.
///
/// Every request is answered, whatever happens: when the disk is full or the file locked, when a
/// write is nonsense, and when the store is closed. A group waits at most as long as the file's
/// patience for other processes.
final class SqliteWriter implements AutoCloseable {

  /// Writes in one transaction: enough to share the disk's delay, few enough to answer soon.
  private static final int GROUP = 512;

  private final SqliteFile file;
  private final BlockingQueue<Request> queue = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Object door = new Object();
  private boolean closed; // guarded by door
  private @Nullable SqliteTransaction connected; // touched by the writing thread only

  private SqliteWriter(SqliteFile file) {
    this.file = file;
  }

  static SqliteWriter start(SqliteFile file) {
    SqliteWriter writer = new SqliteWriter(file);
    Thread.ofPlatform().name("sqlite-writer").daemon().start(writer::work);
    return writer;
  }

  /// The writes of one caller. Having none means that the queue ends here.
  private record Request(List<Write> writes, CompletableFuture<List<WriteResult>> answer) {

    Request(List<Write> writes) {
      this(writes, new CompletableFuture<>());
    }

    boolean isLast() {
      return writes.isEmpty();
    }

    void answerAll(WriteResult result) {
      answer.complete(Collections.nCopies(writes.size(), result));
    }
  }

  /// At least one write. Waits for the answer even when interrupted: it comes soon, and what nobody
  /// heard would have to be found out again.
  List<WriteResult> write(List<Write> writes) {
    Request request = new Request(writes);
    enqueue(request);
    try {
      return request.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException mistake ? mistake : e;
    }
  }

  /// Finishes what was asked for before, then stops. When that fails, the rest is answered
  /// unavailable at once.
  @Override
  public void close() {
    synchronized (door) {
      if (!closed) {
        closed = true;
        queue.add(new Request(List.of()));
      }
    }
    stopped.join();
  }

  private void enqueue(Request request) {
    synchronized (door) {
      if (closed) {
        request.answerAll(new WriteResult.Unavailable("the store is closed"));
      } else {
        queue.add(request);
      }
    }
  }

  private void work() {
    List<Request> group = new ArrayList<>();
    try {
      boolean goOn = true;
      while (goOn) {
        group.clear();
        boolean more = gather(group);
        boolean written = commit(group);
        goOn = more && (written || !isClosed());
      }
    } finally {
      stop(group);
    }
  }

  /// Takes what waits, up to a group. Answers false when the queue is at its end.
  private boolean gather(List<Request> group) {
    int writes = 0;
    @Nullable Request next = take();
    while (next != null && !next.isLast()) {
      group.add(next);
      writes += next.writes().size();
      next = writes < GROUP ? queue.poll() : null;
    }
    return next == null || !next.isLast();
  }

  /// Answers whether all went into the file.
  private boolean commit(List<Request> group) {
    boolean committing = false;
    try {
      SqliteTransaction transaction = begin();
      List<Runnable> answers = new ArrayList<>(group.size());
      for (Request request : group) {
        answers.add(apply(transaction, request));
      }
      committing = true;
      transaction.commit();
      answers.forEach(Runnable::run);
      return true;
    } catch (SQLException e) {
      disconnect(); // rolls back; the next group tries a fresh connection
      WriteResult answer =
          committing && !SqliteFile.surelyNotCommitted(e)
              ? new WriteResult.Ambiguous("SQLite: " + e.getMessage())
              : new WriteResult.Unavailable("SQLite: " + e.getMessage());
      group.forEach(request -> request.answerAll(answer));
      return false;
    }
  }

  /// Does the writes of one caller. How they ended may be told only once they are committed.
  private static Runnable apply(SqliteTransaction transaction, Request request)
      throws SQLException {
    List<WriteResult> results = new ArrayList<>(request.writes().size());
    try {
      for (Write write : request.writes()) {
        results.add(transaction.apply(write));
      }
      return () -> request.answer().complete(results);
    } catch (IllegalArgumentException | JacksonException mistake) {
      // The caller's own: it gets it back, and the others of the group do not notice.
      return () -> request.answer().completeExceptionally(mistake);
    }
  }

  private SqliteTransaction begin() throws SQLException {
    SqliteTransaction transaction = connected;
    if (transaction == null) {
      transaction = SqliteTransaction.on(file.forWriting());
      connected = transaction;
    }
    transaction.begin();
    return transaction;
  }

  private void disconnect() {
    if (connected != null) {
      connected.close();
      connected = null;
    }
  }

  private Request take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // Only close() ends this thread: callers wait for their answers.
      }
    }
  }

  private boolean isClosed() {
    synchronized (door) {
      return closed;
    }
  }

  /// Leaves nobody waiting, not even when an error ends the thread in the middle of a group.
  private void stop(List<Request> group) {
    synchronized (door) {
      closed = true;
    }
    disconnect();
    group.forEach(request -> request.answerAll(new WriteResult.Ambiguous("the writer stopped")));
    queue.forEach(request -> request.answerAll(new WriteResult.Unavailable("the store is closed")));
    stopped.complete(null);
  }
}
