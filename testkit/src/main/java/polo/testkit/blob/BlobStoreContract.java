package polo.testkit.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;
import polo.testkit.ContractReport;
import polo.testkit.Crowd;

/// What every [BlobStore] promises. A subclass opens the store; keys are new for every test, so
/// that one store may serve many.
public abstract class BlobStoreContract {

  private static final byte[] BYTES = "some bytes".getBytes(UTF_8);

  private final String test = UUID.randomUUID().toString();

  @RegisterExtension
  final BeforeTestExecutionCallback report =
      context -> ContractReport.ran(context, "blob store contract", store().describe());

  /// The store under test.
  protected abstract BlobStore store();

  @Test
  void a_blob_nobody_put_is_absent() {
    assertThat(store().get(key("a"))).isEmpty();
    assertThat(store().exists(key("a"))).isFalse();
    assertThat(store().remove(key("a"))).isFalse();
  }

  @Test
  void what_lies_above_or_below_a_blob_is_absent() {
    store().put(key("a/b/c"), BYTES);

    assertThat(store().get(key("a/b"))).isEmpty();
    assertThat(store().get(key("a/b/c/d"))).isEmpty();
    assertThat(store().remove(key("a/b"))).isFalse();
    assertThat(store().exists(key("a/b/c/d"))).isFalse();
  }

  @Test
  void what_was_put_is_got() {
    boolean isNew = store().put(key("a"), BYTES);

    assertThat(isNew).isTrue();
    assertThat(store().exists(key("a"))).isTrue();
    assertThat(store().get(key("a"))).hasValue(BYTES);
  }

  @Test
  void putting_again_changes_nothing() {
    store().put(key("a"), BYTES);

    boolean isNew = store().put(key("a"), "other".getBytes(UTF_8));

    assertThat(isNew).isFalse();
    assertThat(store().get(key("a"))).hasValue(BYTES);
  }

  @Test
  void what_was_put_and_got_belongs_to_the_caller() {
    byte[] put = BYTES.clone();
    store().put(key("a"), put);
    Arrays.fill(put, (byte) 'x');
    Arrays.fill(store().get(key("a")).orElseThrow(), (byte) 'y');

    assertThat(store().get(key("a"))).hasValue(BYTES);
  }

  @Test
  void empty_and_large_blobs_come_back_whole() {
    byte[] large = new byte[24 * 1024 * 1024];
    new Random(1).nextBytes(large);

    store().put(key("empty"), new byte[0]);
    store().put(key("large"), large);

    assertThat(store().get(key("empty"))).hasValue(new byte[0]);
    assertThat(Arrays.equals(store().get(key("large")).orElseThrow(), large)).isTrue();
  }

  @Test
  void a_removed_blob_is_gone_and_may_be_put_again() {
    store().put(key("a"), BYTES);

    assertThat(store().remove(key("a"))).isTrue();
    assertThat(store().get(key("a"))).isEmpty();
    assertThat(store().put(key("a"), BYTES)).isTrue();
    assertThat(store().get(key("a"))).hasValue(BYTES);
  }

  @Test
  void readers_see_all_of_a_blob_or_nothing() {
    byte[] blob = new byte[1024 * 1024];
    Arrays.fill(blob, (byte) 7);

    List<Optional<byte[]>> seen =
        Crowd.of(
            8,
            member -> {
              if (member < 2) {
                store().put(key("a"), blob);
              }
              return store().get(key("a"));
            });

    assertThat(seen).allMatch(read -> read.isEmpty() || Arrays.equals(read.get(), blob));
    assertThat(seen.getFirst()).hasValue(blob);
  }

  @Test
  void putting_and_removing_neighbours_at_once_hinders_nobody() {
    List<Boolean> results =
        Crowd.of(
            8,
            member -> {
              boolean all = true;
              for (int i = 0; i < 50; i++) {
                String key = key("shared/folder/" + member);
                all &= store().put(key, BYTES) && store().exists(key) && store().remove(key);
              }
              return all;
            });

    assertThat(results).containsOnly(true);
    assertThat(store().keys(key(""), null, 9)).isEmpty();
  }

  @Test
  void keys_come_in_order_and_in_pages() {
    for (String name : List.of("b/2", "b/1", "b.x", "b-x", "a", "c/d/e", "ba")) {
      store().put(key(name), BYTES);
    }

    List<String> first = store().keys(key(""), null, 3);
    List<String> second = store().keys(key(""), first.getLast(), 3);
    List<String> last = store().keys(key(""), second.getLast(), 3);

    assertThat(first).containsExactly(key("a"), key("b-x"), key("b.x"));
    assertThat(second).containsExactly(key("b/1"), key("b/2"), key("ba"));
    assertThat(last).containsExactly(key("c/d/e"));
    assertThat(store().keys(key(""), last.getLast(), 3)).isEmpty();
  }

  @Test
  void a_prefix_may_end_anywhere() {
    for (String name : List.of("photo/12", "photo/13", "photo/2", "photos/1")) {
      store().put(key(name), BYTES);
    }

    assertThat(store().keys(key("photo/1"), null, 9))
        .containsExactly(key("photo/12"), key("photo/13"));
    assertThat(store().keys(key("photo"), key("photo/13"), 9))
        .containsExactly(key("photo/2"), key("photos/1"));
    assertThat(store().keys(key("photo/1"), key("photo/2"), 9)).isEmpty();
    assertThat(store().keys(key("photo"), key("a"), 1)).containsExactly(key("photo/12"));
  }

  @Test
  void everything_of_a_user_is_found_by_its_prefixes() {
    String user = "Ana ../é" + test;
    String hash = BlobKeys.sha256(BYTES);
    store().put(BlobKeys.original(user, hash, "jpg"), BYTES);
    BlobKeys.RenditionName rendition = new BlobKeys.RenditionName(1, "turbo", "2048", "jpg");
    store().put(BlobKeys.rendition(user, hash, rendition), BYTES);
    store().put(BlobKeys.points(user, hash), BYTES);
    store().put(BlobKeys.points(user.toLowerCase(Locale.ROOT), hash), BYTES);

    List<String> found =
        BlobKeys.prefixes(user).stream()
            .flatMap(prefix -> store().keys(prefix, null, 9).stream())
            .toList();

    assertThat(found)
        .containsExactlyInAnyOrder(
            BlobKeys.original(user, hash, "jpg"),
            BlobKeys.rendition(user, hash, rendition),
            BlobKeys.points(user, hash));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "a//b",
        "a/",
        "../a",
        "a/../../b",
        "a/..",
        "./a",
        ".hidden",
        "a\\b",
        "a b",
        "a\u0000b",
        "é",
        "C:",
        "a/%2e%2e/b"
      })
  void what_is_no_key_is_refused(String key) {
    assertThatThrownBy(() -> store().put(key, BYTES)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().get(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().exists(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().remove(key)).isInstanceOf(IllegalArgumentException.class);
  }

  private String key(String name) {
    return "test/" + test + "/" + name;
  }
}
