package polo.common.edge.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteException;

/// A database file: how it is opened, what its tables are.
///
/// WAL lets readers go on while a writer writes, in several processes; `synchronous=FULL` makes
/// every commit wait for the disk. An ordinary table with a unique key, since with documents of
/// kilobytes `WITHOUT ROWID` was measured two to three times slower and twice the size.
///
/// @param patience how long to wait for another process that is writing
record SqliteFile(Path path, Duration patience) {

  /// Kept in `PRAGMA user_version`.
  private static final int SCHEMA = 1;

  private static final int BUSY = 5;
  private static final int FULL = 13;

  /// Opens the file for the first time: makes it, or checks that it is ours.
  void prepare() {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (Connection connection = connect()) {
        switchToWal(connection);
        Statement statement = connection.createStatement();
        if (!hasTables(statement)) {
          statement.execute("BEGIN IMMEDIATE");
          makeTables(statement);
          statement.execute("COMMIT");
        }
      }
    } catch (IOException | SQLException e) {
      throw new StoreUnavailableException("cannot open " + path + ": " + e.getMessage(), e);
    }
  }

  Connection forWriting() throws SQLException {
    return connect();
  }

  Connection forReading() throws SQLException {
    Connection connection = connect();
    execute(connection, "PRAGMA query_only = 1");
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// True when a commit that ended so is certain not to have happened: without its last frame in
  /// the log there is no commit.
  static boolean surelyNotCommitted(SQLException e) {
    int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
    return code == BUSY || code == FULL;
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
    try {
      execute(connection, "PRAGMA busy_timeout = " + patience.toMillis());
      execute(connection, "PRAGMA synchronous = FULL");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Two processes that make the file at the same moment: SQLite tells one of them "busy" without
  /// waiting, so the waiting is ours.
  private void switchToWal(Connection connection) throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        execute(connection, "PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException e) {
        if (!surelyNotCommitted(e) || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private boolean hasTables(Statement statement) throws SQLException {
    int schema = number(statement, "PRAGMA user_version");
    if (schema > SCHEMA) {
      throw new IllegalStateException(
          ("%s was written by a newer Polo (schema %d, this one knows %d):"
                  + " run that one, or choose another data directory")
              .formatted(path, schema, SCHEMA));
    }
    return schema == SCHEMA;
  }

  private void makeTables(Statement statement) throws SQLException {
    if (hasTables(statement)) {
      return; // another process was faster
    }
    if (number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
      throw new IllegalStateException(path + " is a database of another program");
    }
    statement.execute(
        """
        CREATE TABLE doc (
          id   INTEGER PRIMARY KEY,
          key  TEXT NOT NULL UNIQUE,
          rev  INTEGER NOT NULL, -- last value of revision when it was written
          body TEXT NOT NULL     -- JSON
        )\
        """);
    // One sequence for all documents: a revision never comes back, not even when a document is
    // removed and made again.
    statement.execute("CREATE TABLE revision (last INTEGER NOT NULL)");
    statement.execute("INSERT INTO revision VALUES (0)");
    statement.execute("PRAGMA user_version = " + SCHEMA);
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
