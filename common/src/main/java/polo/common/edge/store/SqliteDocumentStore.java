package polo.common.edge.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;

/// Documents in one SQLite file: the store of an embedded fleet. Several processes may have it open
/// at once, and any SQLite tool can read it: `SELECT body FROM doc WHERE key = '...'`.
///
/// One thread writes in groups ([SqliteWriter]), a few connections read ([SqliteReaders]). A write
/// that was answered `Written` is on the disk.
public final class SqliteDocumentStore implements DocumentStore {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SqliteFile file;
  private final SqliteWriter writer;
  private final SqliteReaders readers;

  private SqliteDocumentStore(SqliteFile file) {
    this.file = file;
    this.writer = SqliteWriter.start(file);
    this.readers = new SqliteReaders(file);
  }

  /// Opens or makes the file. Throws [StoreUnavailableException] when that fails, and
  /// `IllegalStateException` when a newer Polo or another program wrote it.
  public static SqliteDocumentStore open(Path path) {
    return open(path, PATIENCE);
  }

  /// The same with another patience.
  ///
  /// @param patience how long to wait for another process that is writing, before a write is
  ///   answered `Unavailable`
  public static SqliteDocumentStore open(Path path, Duration patience) {
    SqliteFile file = new SqliteFile(path, patience);
    file.prepare();
    return new SqliteDocumentStore(file);
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    return readers.read(reader -> {
      reader.one().setString(1, key.value());
      try (ResultSet rows = reader.one().executeQuery()) {
        return rows.next() ? Optional.of(document(rows)) : Optional.empty();
      }
    });
  }

  @Override
  public Map<DocumentKey, StoredDocument> getAll(Collection<DocumentKey> keys) {
    String asked = Json.line(keys.stream().map(DocumentKey::value).toList());
    return readers.read(reader -> {
      Map<DocumentKey, StoredDocument> found = HashMap.newHashMap(keys.size());
      reader.many().setString(1, asked);
      try (ResultSet rows = reader.many().executeQuery()) {
        while (rows.next()) {
          found.put(new DocumentKey(rows.getString("key")), document(rows));
        }
      }
      return found;
    });
  }

  @Override
  public Map<DocumentKey, Revision> revisions(Collection<DocumentKey> keys) {
    String asked = Json.line(keys.stream().map(DocumentKey::value).toList());
    return readers.read(reader -> {
      Map<DocumentKey, Revision> found = HashMap.newHashMap(keys.size());
      reader.revisions().setString(1, asked);
      try (ResultSet rows = reader.revisions().executeQuery()) {
        while (rows.next()) {
          found.put(new DocumentKey(rows.getString("key")), new Revision(rows.getLong("rev")));
        }
      }
      return found;
    });
  }

  @Override
  public WriteResult create(DocumentKey key, byte[] json) {
    return write(new Write.Create(key, json));
  }

  @Override
  public WriteResult replace(DocumentKey key, Revision expected, byte[] json) {
    return write(new Write.Replace(key, expected, json));
  }

  @Override
  public WriteResult remove(DocumentKey key, Revision expected) {
    return write(new Write.Remove(key, expected));
  }

  @Override
  public WriteResult merge(DocumentKey key, Function<Optional<byte[]>, Optional<byte[]>> change) {
    return MergeLoop.merge(this, key, change);
  }

  @Override
  public WriteResult patch(DocumentKey key, List<Patch> patches) {
    return write(new Write.PatchPaths(key, patches));
  }

  @Override
  public List<WriteResult> writeAll(List<Write> writes) {
    return writes.isEmpty() ? List.of() : writer.write(List.copyOf(writes));
  }

  @Override
  public List<DocumentKey> keys(String prefix, @Nullable DocumentKey after, int limit) {
    return readers.read(reader -> {
      reader.range().setString(1, prefix);
      reader.range().setString(2, after == null ? "" : after.value());
      reader.range().setString(3, prefix + DocumentKey.AFTER_ALL);
      reader.range().setInt(4, limit);
      List<DocumentKey> keys = new ArrayList<>();
      try (ResultSet rows = reader.range().executeQuery()) {
        while (rows.next()) {
          keys.add(new DocumentKey(rows.getString(1)));
        }
      }
      return keys;
    });
  }

  @Override
  public String describe() {
    return "SQLite " + readers.read(SqliteReaders.Reader::version) + " at " + file.path();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
  }

  private WriteResult write(Write write) {
    return writer.write(List.of(write)).getFirst();
  }

  private static StoredDocument document(ResultSet rows) throws SQLException {
    return new StoredDocument(rows.getBytes("body"), new Revision(rows.getLong("rev")));
  }
}
