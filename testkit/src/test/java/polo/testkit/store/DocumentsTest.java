package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import polo.common.document.DocumentKey;
import polo.common.document.Envelope;
import polo.common.document.PhotosIndex;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

class DocumentsTest {

  private static final DocumentKey KEY = DocumentKey.of("photos", "ana", "2026-07");
  private static final PhotosIndex ONE = photos("p1");
  private static final PhotosIndex TWO = photos("p1", "p2");

  private final DocumentStore store = new MemoryDocumentStore();
  private final Documents documents = new Documents(store);

  @Test
  void what_was_written_is_read() {
    write(Optional.empty(), ONE, Map.of("polo.photos.v1/3@0", 17L));

    Versioned<PhotosIndex> read = read().orElseThrow();

    assertThat(read.derived()).isEqualTo(ONE);
    assertThat(read.envelope().v()).isEqualTo(Envelope.VERSION);
    assertThat(read.envelope().guard()).containsExactly(Map.entry("polo.photos.v1/3@0", 17L));
    assertThat(read.envelope().user()).isNull();
  }

  @Test
  void a_document_looks_the_same_whether_it_was_made_or_replaced() {
    write(Optional.empty(), ONE, Map.of("a", 1L));
    String made = text();
    write(read(), TWO, Map.of());
    write(read(), ONE, Map.of());

    assertThat(text()).isEqualTo(made);
  }

  @Test
  void saying_the_same_again_is_no_write() {
    write(Optional.empty(), ONE, Map.of("a", 1L));

    Optional<Write> again = documents.write(KEY, read(), photos("p1"), Map.of("a", 2L));

    assertThat(again).isEmpty();
  }

  @Test
  void the_guard_of_a_source_never_goes_back() {
    write(Optional.empty(), ONE, Map.of("a", 5L));

    write(read(), TWO, Map.of("a", 3L, "b", 1L));

    assertThat(read().orElseThrow().envelope().guard())
        .containsExactly(Map.entry("a", 5L), Map.entry("b", 1L));
  }

  @Test
  void what_the_app_wrote_passes_through_untouched() {
    write(Optional.empty(), ONE, Map.of());
    String user = "{\"a\":[1.10,null,{\"b\":null}],\"n\":null,\"z\":0.12345678901234567890}";
    store.patch(KEY, List.of(new Patch.Set("user", user.getBytes(UTF_8))));

    write(read(), TWO, Map.of());

    assertThat(read().orElseThrow().derived()).isEqualTo(TWO);
    assertThat(text()).contains("\"user\":" + user);
  }

  @Test
  void a_document_only_the_app_wrote_says_nothing_yet() {
    store.patch(KEY, List.of(new Patch.Set("user.caption", "\"Sunset\"".getBytes(UTF_8))));

    assertThat(read()).isEmpty();
    assertThat(documents.readAll(List.of(KEY), PhotosIndex.class)).isEmpty();
  }

  @Test
  void the_first_words_keep_what_the_app_wrote_before() {
    store.patch(KEY, List.of(new Patch.Set("user.caption", "\"Sunset\"".getBytes(UTF_8))));

    WriteResult result = write(Optional.empty(), ONE, Map.of("a", 1L));

    assertThat(result).isInstanceOf(WriteResult.Written.class);
    assertThat(read().orElseThrow().derived()).isEqualTo(ONE);
    assertThat(read().orElseThrow().envelope().user()).isEqualTo(Map.of("caption", "Sunset"));
  }

  @Test
  void of_two_first_words_the_second_finds_the_document_there() {
    write(Optional.empty(), ONE, Map.of());

    WriteResult second = write(Optional.empty(), TWO, Map.of());

    assertThat(second).isEqualTo(new WriteResult.Exists());
    assertThat(read().orElseThrow().derived()).isEqualTo(ONE);
  }

  @Test
  void a_write_loses_to_what_the_app_wrote_since_the_read() {
    write(Optional.empty(), ONE, Map.of());
    Optional<Versioned<PhotosIndex>> before = read();
    store.patch(KEY, List.of(new Patch.Set("user.caption", "\"Sunset\"".getBytes(UTF_8))));

    WriteResult late = write(before, TWO, Map.of());

    assertThat(late).isEqualTo(new WriteResult.Stale());
    assertThat(read().orElseThrow().envelope().user()).isEqualTo(Map.of("caption", "Sunset"));
  }

  @Test
  void many_are_read_at_once() {
    DocumentKey other = DocumentKey.of("photos", "bob", "2026-07");
    write(Optional.empty(), ONE, Map.of());
    store.writeAll(documents.write(other, Optional.empty(), TWO, Map.of()).stream().toList());

    Map<DocumentKey, Versioned<PhotosIndex>> read =
        documents.readAll(List.of(KEY, other, DocumentKey.user("eve")), PhotosIndex.class);

    assertThat(read).containsOnlyKeys(KEY, other);
    assertThat(read.values()).extracting(Versioned::derived).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void members_a_newer_version_added_do_not_disturb() {
    store.create(
        KEY, "{\"v\":1,\"derived\":{\"photos\":{},\"news\":[1]},\"more\":{}}".getBytes(UTF_8));

    assertThat(read().orElseThrow().derived()).isEqualTo(new PhotosIndex(new TreeMap<>()));
  }

  private Optional<Versioned<PhotosIndex>> read() {
    return documents.read(KEY, PhotosIndex.class);
  }

  private WriteResult write(
      Optional<Versioned<PhotosIndex>> before, PhotosIndex news, Map<String, Long> because) {
    Write write = documents.write(KEY, before, news, because).orElseThrow();
    return store.writeAll(List.of(write)).getFirst();
  }

  private String text() {
    return new String(store.get(KEY).orElseThrow().json(), UTF_8);
  }

  private static PhotosIndex photos(String... ids) {
    SortedMap<String, Instant> photos = new TreeMap<>();
    for (String id : ids) {
      photos.put(id, Instant.parse("2026-07-14T09:15:00Z"));
    }
    return new PhotosIndex(photos);
  }
}
