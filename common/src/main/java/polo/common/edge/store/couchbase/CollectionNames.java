package polo.common.edge.store.couchbase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import polo.common.document.DocumentKey;

/// Which collection a document lies in: the one named as its kind, and [#OTHER] for kinds that have
/// none of their own. The key itself stays whole, so that it says the same in every store.
final class CollectionNames {

  /// For kinds without a collection of their own.
  static final String OTHER = "other";

  /// What Polo notes about the store itself, its schema version among it.
  static final String META = "meta";

  /// In the order of their keys.
  private static final List<String> KINDS =
      List.of(
              "asked",
              "begun",
              "cameras",
              "geocode",
              "journey",
              "letter",
              META,
              "photo",
              "photos",
              "pins",
              "place",
              "places",
              "points",
              "provider",
              "timeline",
              "trip",
              "user")
          .stream()
          .sorted(Comparator.comparing(kind -> kind + "::"))
          .toList();

  private static final Set<String> OWN = Set.copyOf(KINDS);

  private CollectionNames() {}

  static String of(DocumentKey key) {
    return OWN.contains(key.kind()) ? key.kind() : OTHER;
  }

  static List<String> all() {
    List<String> all = new ArrayList<>(KINDS);
    all.add(OTHER);
    return all;
  }

  /// The collections that may have keys with this prefix, after [#OTHER] in the order of keys.
  static List<String> of(String prefix) {
    List<String> names = new ArrayList<>();
    names.add(OTHER);
    KINDS.stream().filter(kind -> mayHave(kind, prefix)).forEach(names::add);
    return names;
  }

  private static boolean mayHave(String kind, String prefix) {
    return prefix.startsWith(kind + "::") || kind.startsWith(prefix) || prefix.equals(kind + ":");
  }
}
