package polo.common.edge.store.couchbase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.DocumentKey;

/// Every kind of document that Polo writes has a collection of its own.
class CollectionNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asked",
        "begun",
        "cameras",
        "geocode",
        "journey",
        "letter",
        "meta",
        "photo",
        "photos",
        "pins",
        "place",
        "places",
        "points",
        "provider",
        "timeline",
        "trip",
        "user"
      })
  void a_kind_has_its_own_collection(String kind) {
    assertThat(CollectionNames.of(DocumentKey.of(kind, "ada"))).isEqualTo(kind);
    assertThat(CollectionNames.all()).contains(kind);
  }
}
