package polo.common.edge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;

/// The writing connection, and the writes of the transaction it is in. Used by one thread.
///
/// Bodies are bound as bytes and cast, so that they lie there as text without a detour through a
/// `String`.
final class SqliteTransaction implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement delete;
  private final PreparedStatement readRevision;
  private final PreparedStatement writeRevision;
  private long revisionBefore;
  private long revision;

  static SqliteTransaction on(Connection connection) throws SQLException {
    try {
      return new SqliteTransaction(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private SqliteTransaction(Connection connection) throws SQLException {
    this.connection = connection;
    select = connection.prepareStatement("SELECT rev, body FROM doc WHERE key = ?");
    insert =
        connection.prepareStatement(
            "INSERT INTO doc (key, rev, body) VALUES (?, ?, CAST(? AS TEXT))"
                + " ON CONFLICT (key) DO NOTHING");
    update =
        connection.prepareStatement(
            "UPDATE doc SET rev = ?, body = CAST(? AS TEXT) WHERE key = ? AND rev = ?");
    delete = connection.prepareStatement("DELETE FROM doc WHERE key = ? AND rev = ?");
    readRevision = connection.prepareStatement("SELECT last FROM revision");
    writeRevision = connection.prepareStatement("UPDATE revision SET last = ?");
  }

  void begin() throws SQLException {
    SqliteFile.execute(connection, "BEGIN IMMEDIATE");
    try (ResultSet rows = readRevision.executeQuery()) {
      rows.next();
      revisionBefore = rows.getLong(1);
      revision = revisionBefore;
    }
  }

  void commit() throws SQLException {
    if (revision != revisionBefore) { // else nothing was written, and there is no disk to wait for
      writeRevision.setLong(1, revision);
      writeRevision.executeUpdate();
    }
    SqliteFile.execute(connection, "COMMIT");
  }

  WriteResult apply(Write write) throws SQLException {
    return switch (write) {
      case Write.Create(var key, var json) -> create(key, json);
      case Write.Replace(var key, var expected, var json) -> replace(key, expected, json);
      case Write.Remove(var key, var expected) -> remove(key, expected);
      case Write.PatchPaths(var key, var patches) -> patch(key, patches);
    };
  }

  /// Rolls back what was not committed.
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // What was committed is safe, and what was not is gone: nothing depends on this.
    }
  }

  private WriteResult create(DocumentKey key, byte[] json) throws SQLException {
    if (json.length > DocumentStore.MAX_BYTES) {
      return new WriteResult.TooLarge(json.length);
    }
    insert.setString(1, key.value());
    insert.setLong(2, revision + 1);
    insert.setBytes(3, json);
    return insert.executeUpdate() == 1 ? written() : new WriteResult.Exists();
  }

  private WriteResult replace(DocumentKey key, Revision expected, byte[] json) throws SQLException {
    if (json.length > DocumentStore.MAX_BYTES) {
      return new WriteResult.TooLarge(json.length);
    }
    update.setLong(1, revision + 1);
    update.setBytes(2, json);
    update.setString(3, key.value());
    update.setLong(4, expected.value());
    return update.executeUpdate() == 1 ? written() : new WriteResult.Stale();
  }

  private WriteResult remove(DocumentKey key, Revision expected) throws SQLException {
    delete.setString(1, key.value());
    delete.setLong(2, expected.value());
    if (delete.executeUpdate() == 1) {
      return written();
    }
    return read(key) == null ? new WriteResult.Skipped() : new WriteResult.Stale();
  }

  private WriteResult patch(DocumentKey key, List<Patch> patches) throws SQLException {
    StoredDocument before = read(key);
    return switch (PatchedJson.of(Optional.ofNullable(before).map(StoredDocument::json), patches)) {
      case PatchedJson.Taken() -> new WriteResult.Exists();
      case PatchedJson.Unchanged() -> new WriteResult.Skipped();
      case PatchedJson.Changed(var json) ->
          before == null ? create(key, json) : replace(key, before.revision(), json);
    };
  }

  private @Nullable StoredDocument read(DocumentKey key) throws SQLException {
    select.setString(1, key.value());
    try (ResultSet rows = select.executeQuery()) {
      return rows.next()
          ? new StoredDocument(rows.getBytes(2), new Revision(rows.getLong(1)))
          : null;
    }
  }

  private WriteResult written() {
    revision++;
    return new WriteResult.Written(new Revision(revision));
  }
}
