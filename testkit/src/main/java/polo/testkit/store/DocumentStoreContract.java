package polo.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import polo.common.document.DocumentKey;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Patch;
import polo.common.edge.store.Revision;
import polo.common.edge.store.StoredDocument;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;
import polo.common.edge.store.WriteResult.Exists;
import polo.common.edge.store.WriteResult.Skipped;
import polo.common.edge.store.WriteResult.Stale;
import polo.common.edge.store.WriteResult.TooLarge;
import polo.common.edge.store.WriteResult.Written;
import polo.testkit.ContractReport;
import polo.testkit.Crowd;
import tools.jackson.databind.JsonNode;

/// What every [DocumentStore] promises. A subclass opens and closes the store; keys are new for
/// every test, so that one store may serve many.
public abstract class DocumentStoreContract {

  /// As the report calls it.
  public static final String CONTRACT = "document store contract";

  private static final int MANY = 8;
  private static final int TIMES = 25;

  private final String test = UUID.randomUUID().toString();

  @RegisterExtension
  final BeforeTestExecutionCallback report =
      context -> ContractReport.ran(context, CONTRACT, adapter());

  /// The open store under test.
  protected abstract DocumentStore store();

  /// What it runs on, for the report.
  protected String adapter() {
    return store().describe();
  }

  /// False for a server that cannot list keys without an index.
  protected boolean listsKeys() {
    return true;
  }

  /// False for a server that does not know backticks within names.
  protected boolean readsEveryName() {
    return true;
  }

  @Test
  void a_document_nobody_made_is_absent() {
    assertThat(store().get(key("nothing"))).isEmpty();
    assertThat(store().getAll(List.of(key("nothing"), key("neither")))).isEmpty();
    assertThat(store().getAll(List.of())).isEmpty();
  }

  @Test
  void a_created_document_is_read_as_it_was_written() {
    byte[] json = json("{'name': 'Café 😀', 'n': 1.50, 'none': null}");

    WriteResult result = store().create(key("a"), json);

    StoredDocument read = store().get(key("a")).orElseThrow();
    assertThat(read.json()).isEqualTo(json);
    assertThat(result).isEqualTo(new Written(read.revision()));
  }

  @Test
  void what_was_read_and_written_belongs_to_the_caller() {
    byte[] written = json("{'n': 1}");
    store().create(key("a"), written);
    Arrays.fill(written, (byte) 'x');
    Arrays.fill(store().get(key("a")).orElseThrow().json(), (byte) 'y');

    assertThat(text(key("a"))).isEqualTo("{\"n\": 1}");
  }

  @Test
  void creating_what_exists_changes_nothing() {
    store().create(key("a"), json("{'n': 1}"));

    WriteResult again = store().create(key("a"), json("{'n': 2}"));

    assertThat(again).isEqualTo(new Exists());
    assertThat(text(key("a"))).isEqualTo("{\"n\": 1}");
  }

  @Test
  void of_many_who_create_one_wins() {
    List<WriteResult> results =
        Crowd.of(MANY, member -> store().create(key("a"), json("{'by': " + member + "}")));

    assertThat(results).filteredOn(Written.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Exists.class::isInstance).hasSize(MANY - 1);
    int winner = results.indexOf(new Written(revision(key("a"))));
    assertThat(text(key("a"))).isEqualTo("{\"by\": " + winner + "}");
  }

  @Test
  void a_document_is_replaced_at_the_revision_it_was_read() {
    store().create(key("a"), json("{'n': 1}"));
    Revision first = revision(key("a"));

    WriteResult second = store().replace(key("a"), first, json("{'n': 2}"));
    WriteResult late = store().replace(key("a"), first, json("{'n': 3}"));

    assertThat(second).isEqualTo(new Written(revision(key("a"))));
    assertThat(revision(key("a"))).isNotEqualTo(first);
    assertThat(late).isEqualTo(new Stale());
    assertThat(text(key("a"))).isEqualTo("{\"n\": 2}");
  }

  @Test
  void replacing_what_is_not_there_is_stale() {
    store().create(key("other"), json("{}"));

    WriteResult result = store().replace(key("a"), revision(key("other")), json("{}"));

    assertThat(result).isEqualTo(new Stale());
    assertThat(store().get(key("a"))).isEmpty();
  }

  @Test
  void a_removed_document_is_gone() {
    store().create(key("a"), json("{}"));

    WriteResult result = store().remove(key("a"), revision(key("a")));

    assertThat(result).isInstanceOf(Written.class);
    assertThat(store().get(key("a"))).isEmpty();
  }

  @Test
  void a_document_that_changed_is_not_removed() {
    store().create(key("a"), json("{'n': 1}"));
    Revision first = revision(key("a"));
    store().replace(key("a"), first, json("{'n': 2}"));

    WriteResult result = store().remove(key("a"), first);

    assertThat(result).isEqualTo(new Stale());
    assertThat(text(key("a"))).isEqualTo("{\"n\": 2}");
  }

  @Test
  void removing_what_is_not_there_is_nothing_to_do() {
    store().create(key("other"), json("{}"));

    WriteResult result = store().remove(key("a"), revision(key("other")));

    assertThat(result).isEqualTo(new Skipped());
  }

  @Test
  void a_revision_never_comes_back() {
    Set<Revision> seen = new HashSet<>();
    for (int i = 0; i < TIMES; i++) {
      store().create(key("a"), json("{'n': 1}"));
      seen.add(revision(key("a")));
      store().replace(key("a"), revision(key("a")), json("{'n': 1}"));
      seen.add(revision(key("a")));
      store().remove(key("a"), revision(key("a")));
    }

    assertThat(seen).hasSize(2 * TIMES);
  }

  @Test
  void many_who_compare_and_set_lose_no_update() {
    store().create(key("sum"), json("0"));

    Crowd.of(
        MANY,
        _ -> {
          for (int done = 0; done < TIMES; ) {
            StoredDocument read = store().get(key("sum")).orElseThrow();
            done +=
                store().replace(key("sum"), read.revision(), oneMore(read)) instanceof Written
                    ? 1
                    : 0;
          }
          return true;
        });

    assertThat(text(key("sum"))).isEqualTo(Integer.toString(MANY * TIMES));
  }

  @Test
  void many_who_merge_lose_no_update() {
    List<Integer> written =
        Crowd.of(
            MANY,
            _ -> {
              int done = 0;
              while (done < TIMES) {
                done +=
                    store().merge(key("sum"), DocumentStoreContract::oneMore) instanceof Written
                        ? 1
                        : 0;
              }
              return done;
            });

    assertThat(written).hasSize(MANY).containsOnly(TIMES);
    assertThat(text(key("sum"))).isEqualTo(Integer.toString(MANY * TIMES));
  }

  @Test
  void a_merge_that_wants_nothing_writes_nothing() {
    store().create(key("a"), json("{'n': 1}"));
    Revision before = revision(key("a"));

    WriteResult there = store().merge(key("a"), _ -> Optional.empty());
    WriteResult missing = store().merge(key("b"), _ -> Optional.empty());

    assertThat(List.of(there, missing)).containsOnly(new Skipped());
    assertThat(revision(key("a"))).isEqualTo(before);
    assertThat(store().get(key("b"))).isEmpty();
  }

  @Test
  void a_patch_makes_the_document_and_the_members_on_the_way() {
    WriteResult result =
        store().patch(key("a"), List.of(set("user.names.home", "'Home'"), set("n", "1")));

    assertThat(result).isInstanceOf(Written.class);
    assertThat(tree(key("a"))).isEqualTo(tree("{'user': {'names': {'home': 'Home'}}, 'n': 1}"));
  }

  @Test
  void a_patch_changes_its_member_and_no_other() {
    store().create(key("a"), json("{'user': {'a': 1, 'b': [2, {'c': 3}]}, 'derived': {'d': 4}}"));

    store().patch(key("a"), List.of(set("user.a", "{'x': 9}"), new Patch.Drop("derived.d")));

    assertThat(tree(key("a")))
        .isEqualTo(tree("{'user': {'a': {'x': 9}, 'b': [2, {'c': 3}]}, 'derived': {}}"));
  }

  @Test
  void names_with_dots_brackets_and_backticks_are_names() {
    assumeTrue(readsEveryName(), "this server does not read every name");
    String path = Patch.path("photos", "a.b[0]`c");

    store().patch(key("a"), List.of(set(path, "1"), set("`x.y`.z", "2")));

    assertThat(tree(key("a"))).isEqualTo(tree("{'photos': {'a.b[0]`c': 1}, 'x.y': {'z': 2}}"));

    store().patch(key("a"), List.of(new Patch.Drop(path), new Patch.Drop("`x.y`.z")));

    assertThat(tree(key("a"))).isEqualTo(tree("{'photos': {}, 'x.y': {}}"));
  }

  @Test
  void a_patch_done_again_ends_in_the_same_document() {
    List<Patch> patches = List.of(set("a.b", "1"), new Patch.Drop("c"));
    store().patch(key("a"), patches);
    String once = text(key("a"));

    WriteResult again = store().patch(key("a"), patches);

    assertThat(again).isInstanceOfAny(Skipped.class, Written.class);
    assertThat(text(key("a"))).isEqualTo(once);
  }

  @Test
  void dropping_what_is_not_there_does_nothing() {
    store().create(key("a"), json("{'n': {'m': 1}}"));
    List<Patch> drops =
        List.of(new Patch.Drop("x"), new Patch.Drop("n.x"), new Patch.Drop("n.m.x"));

    store().patch(key("a"), drops);
    store().patch(key("b"), drops);

    assertThat(tree(key("a"))).isEqualTo(tree("{'n': {'m': 1}}"));
    assertThat(store().get(key("b"))).isEmpty();
  }

  @Test
  void an_insert_that_finds_its_member_taken_stops_the_whole_patch() {
    store().create(key("a"), json("{'user': {'note': 'x'}}"));
    List<Patch> first = List.of(set("v", "1"), insert("derived", "{'n': 1}"));
    List<Patch> second = List.of(set("v", "2"), insert("derived", "{'n': 2}"));

    assertThat(store().patch(key("a"), first)).isInstanceOf(Written.class);
    assertThat(store().patch(key("a"), second)).isEqualTo(new Exists());
    assertThat(tree(key("a")))
        .isEqualTo(tree("{'user': {'note': 'x'}, 'v': 1, 'derived': {'n': 1}}"));
  }

  @Test
  void of_many_who_insert_one_wins() {
    List<WriteResult> results =
        Crowd.of(MANY, member -> store().patch(key("a"), List.of(insert("by", "" + member))));

    assertThat(results).filteredOn(Written.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Exists.class::isInstance).hasSize(MANY - 1);
    int winner = results.indexOf(new Written(revision(key("a"))));
    assertThat(tree(key("a"))).isEqualTo(tree("{'by': " + winner + "}"));
  }

  @Test
  void many_who_patch_their_own_member_do_not_hinder_each_other() {
    Crowd.of(
        MANY,
        member -> {
          for (int i = 0; i < TIMES; i++) {
            store().patch(key("a"), List.of(set("by.m" + member + ".n" + i, "" + i)));
          }
          return true;
        });

    assertThat(tree(key("a")).get("by")).hasSize(MANY).allMatch(own -> own.size() == TIMES);
  }

  @Test
  void a_patch_keeps_every_digit_of_what_it_does_not_touch() {
    store()
        .create(
            key("a"), json("{'user': {'d': 0.12345678901234567890, 'i': 123456789012345678901}}"));

    store().patch(key("a"), List.of(set("n", "1")));

    assertThat(text(key("a"))).contains("0.12345678901234567890", "123456789012345678901");
  }

  @Test
  void a_path_through_something_without_members_is_the_callers_mistake() {
    store().create(key("a"), json("{'n': 1}"));

    assertThatThrownBy(() -> store().patch(key("a"), List.of(set("m", "2"), set("n.x", "3"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tree(key("a"))).isEqualTo(tree("{'n': 1}"));
  }

  @Test
  void every_write_of_many_has_its_own_result() {
    store().create(key("there"), json("{}"));
    Revision revision = revision(key("there"));

    List<WriteResult> results =
        store()
            .writeAll(
                List.of(
                    new Write.Create(key("new"), json("{'n': 1}")),
                    new Write.Create(key("there"), json("{'n': 2}")),
                    new Write.Replace(key("missing"), revision, json("{'n': 3}")),
                    new Write.Remove(key("missing"), revision),
                    new Write.PatchPaths(key("patched"), List.of(set("n", "4"))),
                    new Write.Replace(key("there"), revision, json("{'n': 5}"))));

    assertThat(results)
        .containsExactly(
            new Written(revision(key("new"))),
            new Exists(),
            new Stale(),
            new Skipped(),
            new Written(revision(key("patched"))),
            new Written(revision(key("there"))));
    assertThat(text(key("there"))).isEqualTo("{\"n\": 5}");
    assertThat(store().writeAll(List.of())).isEmpty();
  }

  @Test
  void writes_to_one_key_keep_their_order() {
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Create(key("a"), json("{}")));
    for (int i = 0; i < 200; i++) {
      writes.add(new Write.PatchPaths(key("a"), List.of(set("last", "" + i))));
      writes.add(new Write.Create(key("b" + i), json("{}")));
    }

    List<WriteResult> results = store().writeAll(writes);

    assertThat(results).hasSize(401).allMatch(Written.class::isInstance);
    assertThat(tree(key("a"))).isEqualTo(tree("{'last': 199}"));
  }

  @Test
  void get_all_answers_what_is_there() {
    store().create(key("a"), json("{'n': 1}"));
    store().create(key("b"), json("{'n': 2}"));

    Map<DocumentKey, StoredDocument> found =
        store().getAll(List.of(key("b"), key("missing"), key("a"), key("a")));

    assertThat(found).containsOnlyKeys(key("a"), key("b"));
    assertThat(found)
        .hasEntrySatisfying(
            key("b"),
            document -> {
              assertThat(document.json()).isEqualTo(json("{'n': 2}"));
              assertThat(document.revision()).isEqualTo(revision(key("b")));
            });
  }

  @Test
  void revisions_are_those_of_what_is_there() {
    store().create(key("a"), json("{'n': 1}"));
    store().create(key("b"), json("{'n': 1}"));
    store().patch(key("b"), List.of(new Patch.Set("n", json("2"))));

    Map<DocumentKey, Revision> revisions =
        store().revisions(List.of(key("b"), key("missing"), key("a"), key("a")));

    assertThat(revisions)
        .isEqualTo(Map.of(key("a"), revision(key("a")), key("b"), revision(key("b"))));
    assertThat(store().revisions(List.of())).isEmpty();
  }

  @Test
  void get_all_of_many_answers_all() {
    List<DocumentKey> keys = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      keys.add(key("many", "" + i));
    }
    store().writeAll(keys.stream().map(key -> (Write) new Write.Create(key, json("{}"))).toList());

    assertThat(store().getAll(keys)).hasSize(1000);
  }

  @Test
  void keys_come_in_order_and_in_pages() {
    assumeTrue(listsKeys(), "this server does not list keys");
    for (String name : List.of("d", "a", "c", "b", "e")) {
      store().create(key("list", name), json("{}"));
    }
    store().create(key("listing", "x"), json("{}"));
    String prefix = DocumentKey.prefix("test", test, "list");

    List<DocumentKey> first = store().keys(prefix, null, 2);
    List<DocumentKey> second = store().keys(prefix, first.getLast(), 2);
    List<DocumentKey> last = store().keys(prefix, second.getLast(), 2);

    assertThat(first).containsExactly(key("list", "a"), key("list", "b"));
    assertThat(second).containsExactly(key("list", "c"), key("list", "d"));
    assertThat(last).containsExactly(key("list", "e"));
    assertThat(store().keys(prefix, last.getLast(), 2)).isEmpty();
  }

  @Test
  void a_page_may_begin_before_its_prefix() {
    assumeTrue(listsKeys(), "this server does not list keys");
    store().create(key("list", "a"), json("{}"));
    String prefix = DocumentKey.prefix("test", test, "list");

    assertThat(store().keys(prefix, key("aaa"), 9)).containsExactly(key("list", "a"));
    assertThat(store().keys(prefix, key("zzz"), 9)).isEmpty();
  }

  @Test
  void keys_of_any_ids_and_of_full_length_work() {
    assumeTrue(listsKeys(), "this server does not list keys");
    int room = DocumentKey.MAX_BYTES - key("").value().length();
    List<DocumentKey> keys =
        List.of(key("é😀 %:`"), key("a::b"), key("A"), key("a"), key("x".repeat(room)));

    for (DocumentKey key : keys) {
      store().create(key, json("{'key': '" + key + "'}"));
    }

    assertThat(store().getAll(keys)).hasSize(keys.size());
    assertThat(store().keys(DocumentKey.prefix("test", test), null, 9))
        .containsExactlyElementsOf(keys.stream().sorted().toList());
    assertThat(text(keys.getLast())).contains(keys.getLast().value());
  }

  @Test
  void the_largest_document_is_stored_whole() {
    byte[] largest = documentOf(DocumentStore.MAX_BYTES);

    WriteResult result = store().create(key("a"), largest);

    assertThat(result).isInstanceOf(Written.class);
    assertThat(store().get(key("a")).orElseThrow().json()).isEqualTo(largest);
  }

  @Test
  void a_document_too_large_is_refused_whatever_way_it_comes() {
    int size = DocumentStore.MAX_BYTES + 1;
    store().create(key("a"), json("{}"));
    List<Patch> patches = List.of(new Patch.Set("x", documentOf(size)));

    assertThat(store().create(key("b"), documentOf(size))).isEqualTo(new TooLarge(size));
    assertThat(store().replace(key("a"), revision(key("a")), documentOf(size)))
        .isEqualTo(new TooLarge(size));
    assertThat(store().merge(key("a"), _ -> Optional.of(documentOf(size))))
        .isEqualTo(new TooLarge(size));
    assertThat(store().patch(key("a"), patches)).isInstanceOf(TooLarge.class);
    assertThat(text(key("a"))).isEqualTo("{}");
    assertThat(store().get(key("b"))).isEmpty();
  }

  /// A key of this test alone.
  protected final DocumentKey key(String... name) {
    List<String> parts = new ArrayList<>(List.of(test));
    parts.addAll(List.of(name));
    return DocumentKey.of("test", parts.toArray(String[]::new));
  }

  private Revision revision(DocumentKey key) {
    return store().get(key).orElseThrow().revision();
  }

  private String text(DocumentKey key) {
    return new String(store().get(key).orElseThrow().json(), UTF_8);
  }

  private JsonNode tree(DocumentKey key) {
    return Json.tree(store().get(key).orElseThrow().json());
  }

  private static JsonNode tree(String json) {
    return Json.tree(json(json));
  }

  private static Patch set(String path, String json) {
    return new Patch.Set(path, json(json));
  }

  private static Patch insert(String path, String json) {
    return new Patch.Insert(path, json(json));
  }

  private static byte[] oneMore(StoredDocument number) {
    return oneMore(Optional.of(number.json())).orElseThrow();
  }

  static Optional<byte[]> oneMore(Optional<byte[]> number) {
    int current = number.map(json -> Integer.parseInt(new String(json, UTF_8))).orElse(0);
    return Optional.of(Integer.toString(current + 1).getBytes(UTF_8));
  }

  private static byte[] documentOf(int bytes) {
    return json("{'x':'" + "x".repeat(bytes - "{'x':''}".length()) + "'}");
  }

  /// JSON written with single quotes, which Java need not escape.
  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
