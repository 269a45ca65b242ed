package polo.geo.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import polo.common.document.DocumentKey;
import polo.common.document.PlacesIndex;
import polo.common.edge.store.Documents;
import polo.common.edge.store.Documents.Versioned;
import polo.testkit.store.MemoryDocumentStore;

class KnownDocumentsTest {

  private static final DocumentKey ADA = DocumentKey.places("ada");
  private static final DocumentKey BOB = DocumentKey.places("bob");

  private final MemoryDocumentStore store = new MemoryDocumentStore();
  private final Documents documents = new Documents(store);
  private final KnownDocuments known = new KnownDocuments(documents, 10_000);

  @Test
  void what_did_not_change_is_not_read_again() {
    say(ADA, index("home"));
    Versioned<PlacesIndex> first = read(known).get(ADA);

    Versioned<PlacesIndex> again = read(known).get(ADA);

    assertThat(again).isSameAs(first);
  }

  @Test
  void what_changed_is_read_again() {
    say(ADA, index("home"));
    read(known);

    say(ADA, index("work"));

    assertThat(read(known).values()).extracting(Versioned::derived).containsExactly(index("work"));
  }

  @Test
  void what_is_gone_is_not_there() {
    say(ADA, index("home"));
    say(BOB, index("home"));
    read(known);

    store.remove(ADA, store.get(ADA).orElseThrow().revision());

    assertThat(read(known)).containsOnlyKeys(BOB);
  }

  @Test
  void what_does_not_fit_is_forgotten() {
    KnownDocuments narrow = new KnownDocuments(documents, 0);
    say(ADA, index("home"));
    Versioned<PlacesIndex> first = read(narrow).get(ADA);

    Versioned<PlacesIndex> again = read(narrow).get(ADA);

    assertThat(again).isEqualTo(first).isNotSameAs(first);
  }

  private static Map<DocumentKey, Versioned<PlacesIndex>> read(KnownDocuments from) {
    return from.readAll(List.of(ADA, BOB), PlacesIndex.class);
  }

  private void say(DocumentKey key, PlacesIndex news) {
    documents
        .write(key, documents.read(key, PlacesIndex.class), news, Map.of())
        .ifPresent(write -> store.writeAll(List.of(write)));
  }

  private static PlacesIndex index(String placeId) {
    return new PlacesIndex(List.of(new PlacesIndex.Entry(placeId, 52.5, 13.4, 30, 2)));
  }
}
