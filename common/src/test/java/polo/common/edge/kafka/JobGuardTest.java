package polo.common.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import polo.common.edge.store.StoreUnavailableException;
import polo.common.job.Outcome;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;

class JobGuardTest {

  @Test
  void a_store_that_is_away_is_a_retry() {
    Outcome outcome =
        JobGuard.outcomeOf(() -> {
          throw new StoreUnavailableException("away", null);
        });

    assertThat(outcome).isEqualTo(Outcome.retry(ReasonCode.STORE_UNAVAILABLE, "away"));
  }

  @Test
  void a_job_too_deep_for_the_stack_is_counted_like_any_mistake_of_ours() {
    Outcome outcome =
        JobGuard.outcomeOf(() -> {
          throw new StackOverflowError();
        });

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Retry(new Reason(ReasonCode.UNEXPECTED, "StackOverflowError: null")));
  }
}
