package polo.testkit.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;

class DocumentStoresTest {

  @Nested
  class Sqlite extends DocumentStoreContract {

    @TempDir Path folder;
    private DocumentStore store;

    @BeforeEach
    void open() {
      store = SqliteDocumentStore.open(folder.resolve("polo.db"));
    }

    @AfterEach
    void close() {
      store.close();
    }

    @Override
    protected DocumentStore store() {
      return store;
    }
  }

  @Nested
  class Memory extends DocumentStoreContract {

    private final DocumentStore store = new MemoryDocumentStore();

    @Override
    protected DocumentStore store() {
      return store;
    }
  }
}
