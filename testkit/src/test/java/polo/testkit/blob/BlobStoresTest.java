package polo.testkit.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.blob.BlobStoreUnavailableException;
import polo.common.edge.blob.FileBlobStore;

class BlobStoresTest {

  @Nested
  class Memory extends BlobStoreContract {

    private final BlobStore store = new MemoryBlobStore();

    @Override
    protected BlobStore store() {
      return store;
    }
  }

  @Nested
  class FilesInAFolder extends BlobStoreContract {

    private static final byte[] BYTES = "some bytes".getBytes(UTF_8);

    @TempDir Path folder;
    private BlobStore store;

    @BeforeEach
    void open() {
      store = FileBlobStore.open(folder.resolve("blobs"));
    }

    @Override
    protected BlobStore store() {
      return store;
    }

    @Test
    void a_blob_is_a_file_under_its_key() throws IOException {
      store.put("a/b/c.txt", BYTES);

      assertThat(Files.readAllBytes(folder.resolve("blobs/a/b/c.txt"))).isEqualTo(BYTES);
    }

    @Test
    void blobs_survive_reopening() {
      store.put("a/b", BYTES);

      assertThat(FileBlobStore.open(folder.resolve("blobs")).get("a/b")).hasValue(BYTES);
    }

    @Test
    void folders_go_with_their_last_blob() throws IOException {
      store.put("owner/one/a", BYTES);
      store.put("owner/two/b", BYTES);

      store.remove("owner/one/a");
      assertThat(folder.resolve("blobs/owner")).isDirectoryNotContaining("glob:**one");

      store.remove("owner/two/b");
      assertThat(folder.resolve("blobs/owner")).doesNotExist();
    }

    @Test
    void nothing_unfinished_is_left_or_listed() throws IOException {
      store.put("a", BYTES);
      store.put("a", BYTES);

      assertThat(unfinished()).isEmpty();
      assertThat(store.keys("", null, 9)).containsExactly("a");
    }

    @Test
    void what_was_abandoned_a_day_ago_is_cleared_at_opening() throws IOException {
      Path old = Files.write(folder.resolve("blobs/.unfinished/old"), BYTES);
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
      Path young = Files.write(folder.resolve("blobs/.unfinished/young"), BYTES);

      FileBlobStore.open(folder.resolve("blobs"));

      assertThat(unfinished()).containsExactly(young);
    }

    @Test
    void a_folder_that_is_a_file_is_unavailable() throws IOException {
      Path file = Files.write(folder.resolve("file"), BYTES);

      assertThatThrownBy(() -> FileBlobStore.open(file))
          .isInstanceOf(BlobStoreUnavailableException.class)
          .hasMessageContaining("file");
    }

    @Test
    void an_interrupted_put_is_unavailable_and_leaves_nothing() throws IOException {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> store.put("a", BYTES))
          .isInstanceOf(BlobStoreUnavailableException.class);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.exists("a")).isFalse();
      assertThat(unfinished()).isEmpty();
    }

    private List<Path> unfinished() throws IOException {
      try (Stream<Path> files = Files.list(folder.resolve("blobs/.unfinished"))) {
        return files.toList();
      }
    }
  }
}
