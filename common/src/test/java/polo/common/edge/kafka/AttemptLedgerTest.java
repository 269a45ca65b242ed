package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.Outcome;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

/// Each ledger here is a worker's; they share the store.
class AttemptLedgerTest {

  private static final ConsumerRecord<byte[], byte[]> JOB =
      new ConsumerRecord<>(Topics.PHOTOS, 3, 17, new byte[0], new byte[0]);
  private static final Supplier<Outcome> DOES_ITS_WORK = Outcome::done;

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

  @Test
  void a_job_that_kills_three_workers_is_not_begun_a_fourth_time() {
    killAWorker();
    killAWorker();
    killAWorker();

    Outcome outcome = worker().watch(JOB, DOES_ITS_WORK);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Reject(
                new Reason(ReasonCode.CRASH_LOOP, "begun 3 times, and no worker lived to end it")));
  }

  @Test
  void a_rejection_cut_short_is_a_rejection_again() {
    killAWorker();
    killAWorker();
    killAWorker();
    worker().watch(JOB, DOES_ITS_WORK);

    Outcome outcome = worker().watch(JOB, DOES_ITS_WORK);

    assertThat(outcome).isInstanceOf(Outcome.Reject.class);
  }

  @Test
  void a_job_that_two_workers_did_not_survive_gets_another_chance() {
    killAWorker();
    killAWorker();

    Outcome outcome = worker().watch(JOB, DOES_ITS_WORK);

    assertThat(outcome).isEqualTo(Outcome.done());
  }

  @Test
  void a_job_that_ends_leaves_nothing_behind() {
    worker().watch(JOB, DOES_ITS_WORK);

    assertThat(store.keys("begun::", null, 10)).isEmpty();
  }

  @Test
  void a_job_that_ends_with_an_exception_did_end() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            worker()
                .watch(
                    JOB,
                    () -> {
                      throw new IllegalStateException("a mistake of ours");
                    }));

    assertThat(store.keys("begun::", null, 10)).isEmpty();
  }

  private AttemptLedger worker() {
    return new AttemptLedger(store, new SourceEpochs(Map.of(Topics.PHOTOS, "epoch")));
  }

  private void killAWorker() {
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() ->
            worker()
                .watch(
                    JOB,
                    () -> {
                      throw new Killed();
                    }));
  }

  /// What nobody catches.
  private static final class Killed extends Error {}
}
