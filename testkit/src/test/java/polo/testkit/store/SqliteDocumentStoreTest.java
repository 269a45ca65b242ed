package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.document.DocumentKey;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Revision;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.WriteResult;
import polo.common.edge.store.WriteResult.Unavailable;
import polo.common.edge.store.WriteResult.Written;
import polo.testkit.Crowd;

class SqliteDocumentStoreTest {

  private static final DocumentKey KEY = DocumentKey.user("ana");
  private static final byte[] JSON = "{\"n\":1}".getBytes(UTF_8);
  private static final Duration IMPATIENT = Duration.ofMillis(20);

  @TempDir Path folder;

  @Test
  void documents_and_revisions_survive_reopening() {
    Revision first;
    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      store.create(KEY, JSON);
      first = store.get(KEY).orElseThrow().revision();
      store.remove(KEY, first);
    }

    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      store.create(KEY, JSON);
      StoredDocument again = store.get(KEY).orElseThrow();
      assertThat(again.json()).isEqualTo(JSON);
      assertThat(again.revision()).isNotEqualTo(first);
    }
  }

  @Test
  void any_sqlite_tool_reads_the_documents_as_json_text() throws SQLException {
    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      store.create(KEY, "{\"name\":\"Café\"}".getBytes(UTF_8));
    }

    assertThat(ask("SELECT json_extract(body, '$.name') FROM doc WHERE key = 'user::ana'"))
        .isEqualTo("Café");
    assertThat(ask("SELECT typeof(body) FROM doc")).isEqualTo("text");
    assertThat(ask("PRAGMA journal_mode")).isEqualTo("wal");
  }

  @Test
  void many_may_make_the_file_at_the_same_moment() {
    List<WriteResult> results =
        Crowd.of(
            8,
            member -> {
              try (DocumentStore store = SqliteDocumentStore.open(file())) {
                return store.create(DocumentKey.user("u" + member), JSON);
              }
            });

    assertThat(results).allMatch(Written.class::isInstance).doesNotHaveDuplicates();
  }

  @Test
  void stores_on_one_file_see_each_others_writes_and_lose_none() {
    try (DocumentStore one = SqliteDocumentStore.open(file());
        DocumentStore other = SqliteDocumentStore.open(file())) {
      List<DocumentStore> stores = List.of(one, other);

      Crowd.of(
          4,
          member -> {
            for (int done = 0; done < 25; ) {
              WriteResult result =
                  stores.get(member % 2).merge(KEY, DocumentStoreContract::oneMore);
              done += result instanceof Written ? 1 : 0;
            }
            return true;
          });

      assertThat(one.get(KEY).orElseThrow().json()).isEqualTo("100".getBytes(UTF_8));
    }
  }

  @Test
  void a_file_of_a_newer_polo_is_refused() throws SQLException {
    SqliteDocumentStore.open(file()).close();
    execute("PRAGMA user_version = 7");

    assertThatThrownBy(() -> SqliteDocumentStore.open(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("written by a newer Polo (schema 7, this one knows 1)");
  }

  @Test
  void a_database_of_another_program_is_refused() throws SQLException {
    execute("CREATE TABLE song (title TEXT)");

    assertThatThrownBy(() -> SqliteDocumentStore.open(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another program");
  }

  @Test
  void a_file_that_is_no_database_is_unavailable() throws IOException {
    Files.writeString(file(), "Dear diary, ".repeat(100));

    assertThatThrownBy(() -> SqliteDocumentStore.open(file()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("polo.db");
  }

  @Test
  void while_another_holds_the_file_writes_are_unavailable_and_reads_go_on() throws SQLException {
    try (DocumentStore store = SqliteDocumentStore.open(file(), IMPATIENT)) {
      store.create(KEY, JSON);
      try (Connection other = connect()) {
        other.createStatement().execute("BEGIN IMMEDIATE");

        assertThat(store.create(DocumentKey.user("bob"), JSON)).isInstanceOf(Unavailable.class);
        assertThat(store.get(KEY).orElseThrow().json()).isEqualTo(JSON);
      }

      assertThat(store.create(DocumentKey.user("bob"), JSON)).isInstanceOf(Written.class);
    }
  }

  @Test
  void closing_while_another_holds_the_file_ends_soon_and_answers_everyone() throws SQLException {
    DocumentStore store = SqliteDocumentStore.open(file(), IMPATIENT);
    try (Connection other = connect()) {
      other.createStatement().execute("BEGIN IMMEDIATE");
      List<CompletableFuture<WriteResult>> writes = writers(store, 16);

      store.close();

      assertThat(writes.stream().map(CompletableFuture::join))
          .hasOnlyElementsOfType(Unavailable.class);
    }
  }

  @Test
  void closing_finishes_what_was_asked_for_before() {
    DocumentStore store = SqliteDocumentStore.open(file());
    List<CompletableFuture<WriteResult>> writes = writers(store, 64);

    store.close();

    Set<DocumentKey> written = written(writes);
    try (DocumentStore again = SqliteDocumentStore.open(file())) {
      assertThat(again.keys("", null, 100)).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void a_closed_store_answers_at_once() {
    DocumentStore store = SqliteDocumentStore.open(file());
    store.close();
    store.close();

    assertThat(store.create(KEY, JSON)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void an_interrupted_caller_still_learns_how_its_write_ended() {
    try (DocumentStore store = SqliteDocumentStore.open(file())) {
      Thread.currentThread().interrupt();

      WriteResult result = store.create(KEY, JSON);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(result).isEqualTo(new Written(store.get(KEY).orElseThrow().revision()));
    }
  }

  private Path file() {
    return folder.resolve("polo.db");
  }

  private static List<CompletableFuture<WriteResult>> writers(DocumentStore store, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> DocumentKey.user("u" + i))
        .map(key ->
            CompletableFuture.supplyAsync(
                () -> store.create(key, JSON), Thread::startVirtualThread))
        .toList();
  }

  private static Set<DocumentKey> written(List<CompletableFuture<WriteResult>> writes) {
    return IntStream.range(0, writes.size())
        .filter(i -> writes.get(i).join() instanceof Written)
        .mapToObj(i -> DocumentKey.user("u" + i))
        .collect(Collectors.toSet());
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect()) {
      connection.createStatement().execute(sql);
    }
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
