package polo.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import polo.common.document.DocumentKey;
import polo.common.edge.standby.EpochInForce;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.StoreEpoch;
import polo.common.edge.standby.SwitchedDocumentStore;
import polo.common.edge.store.OneStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.edge.store.Write;
import polo.common.edge.store.WriteResult;

/// Of two stores one is used, and none while that is not certain.
class SwitchedDocumentStoreTest {

  private static final DocumentKey KEY = DocumentKey.of("trip", "ada", "1");
  private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);
  private static final StoreEpoch FENCED = StoreEpoch.FIRST.fence();
  private static final StoreEpoch MOVED = FENCED.open(Side.STANDBY);

  private final MemoryDocumentStore primary = new MemoryDocumentStore();
  private final MemoryDocumentStore standby = new MemoryDocumentStore();
  private final AtomicLong nanos = new AtomicLong();
  private final SwitchedDocumentStore store =
      new SwitchedDocumentStore(
          primary, standby, new EpochInForce(StoreEpoch.FIRST, Duration.ofSeconds(10), nanos::get));

  @Test
  void the_store_in_use_is_read_and_written() {
    store.create(KEY, JSON);
    store.hear(MOVED);
    DocumentKey other = DocumentKey.of("trip", "ada", "2");
    store.create(other, JSON);

    assertThat(primary.keys("", null, 9)).containsExactly(KEY);
    assertThat(standby.keys("", null, 9)).containsExactly(other);
    assertThat(store.get(KEY)).isEmpty();
  }

  @Test
  void behind_the_fence_nothing_is_read_or_written() {
    store.hear(FENCED);

    assertThat(store.create(KEY, JSON)).isInstanceOf(WriteResult.Unavailable.class);
    assertThat(store.writeAll(List.of(new Write.Create(KEY, JSON))))
        .hasExactlyElementsOfTypes(WriteResult.Unavailable.class);
    assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(StoreUnavailableException.class);
    assertThat(primary.keys("", null, 9)).isEmpty();
  }

  @Test
  void an_older_epoch_changes_nothing() {
    store.hear(MOVED);

    store.hear(StoreEpoch.FIRST);

    assertThat(store.epoch()).isEqualTo(MOVED);
  }

  @Test
  void who_hears_nothing_for_longer_than_the_lease_does_not_write() {
    nanos.set(Duration.ofSeconds(11).toNanos());

    WriteResult late = store.create(KEY, JSON);
    store.hear(StoreEpoch.FIRST);
    WriteResult heard = store.create(KEY, JSON);

    assertThat(late).isInstanceOf(WriteResult.Unavailable.class);
    assertThat(heard).isInstanceOf(WriteResult.Written.class);
  }

  @Test
  void a_job_that_began_with_one_store_does_not_go_on_with_the_other() {
    WriteResult result =
        OneStore.throughout(() -> {
          store.get(KEY);
          store.hear(MOVED);
          return store.create(KEY, JSON);
        });

    assertThat(result).isInstanceOf(WriteResult.Unavailable.class);
    assertThat(standby.keys("", null, 9)).isEmpty();
  }
}
