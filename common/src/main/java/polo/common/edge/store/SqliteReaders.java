package polo.common.edge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A few connections that only read. Whoever finds none free waits for one.
final class SqliteReaders implements AutoCloseable {

  private static final int MOST = 4;

  private final SqliteFile file;
  private final Semaphore permits = new Semaphore(MOST, true);
  private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  SqliteReaders(SqliteFile file) {
    this.file = file;
  }

  /// A question to the database.
  interface Question<T> {
    T ask(Reader reader) throws SQLException;
  }

  <T> T read(Question<T> question) {
    permits.acquireUninterruptibly();
    @Nullable Reader reader = null;
    try {
      reader = borrow();
      T answer = question.ask(reader);
      idle.add(reader);
      reader = null;
      return answer;
    } catch (SQLException e) {
      throw new StoreUnavailableException("SQLite did not answer: " + e.getMessage(), e);
    } finally {
      if (reader != null) {
        reader.close(); // it failed, so nobody should have it again
      }
      permits.release();
    }
  }

  /// Waits for reads under way; later ones fail.
  @Override
  public void close() {
    closed = true;
    permits.acquireUninterruptibly(MOST);
    for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
    permits.release(MOST);
  }

  private Reader borrow() throws SQLException {
    if (closed) {
      throw new SQLException("the store is closed");
    }
    Reader reader = idle.poll();
    return reader != null ? reader : Reader.on(file.forReading());
  }

  /// A connection with its statements ready. Used by one thread at a time.
  record Reader(
      Connection connection,
      PreparedStatement one,
      PreparedStatement many,
      PreparedStatement revisions,
      PreparedStatement range) {

    static Reader on(Connection connection) throws SQLException {
      try {
        return new Reader(
            connection,
            connection.prepareStatement("SELECT rev, body FROM doc WHERE key = ?"),
            connection.prepareStatement(
                "SELECT key, rev, body FROM doc WHERE key IN (SELECT value FROM json_each(?))"),
            connection.prepareStatement(
                "SELECT key, rev FROM doc WHERE key IN (SELECT value FROM json_each(?))"),
            connection.prepareStatement(
                "SELECT key FROM doc WHERE key >= ? AND key > ? AND key < ? ORDER BY key LIMIT ?"));
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }

    String version() throws SQLException {
      return connection.getMetaData().getDatabaseProductVersion();
    }

    void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        // Reading left nothing behind, and there is nobody to tell.
      }
    }
  }
}
