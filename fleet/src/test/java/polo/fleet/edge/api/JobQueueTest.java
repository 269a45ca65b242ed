package polo.fleet.edge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import polo.common.edge.kafka.JobProducer;
import polo.common.job.JobHeaders;
import polo.common.job.PinsChanged;
import polo.fleet.edge.jobs.JobBook;

class JobQueueTest {

  private static final OutgoingJob JOB =
      OutgoingJob.of(new PinsChanged("ada"), new JobHeaders("id-1", "test", Instant.EPOCH, null));

  private final JobBook book = new JobBook(10);

  @Test
  void what_the_broker_has_is_in_the_book_at_once() {
    assertThat(queue(true).put(List.of(JOB))).isEmpty();
    assertThat(book.find("id-1")).isPresent();
  }

  @Test
  void a_broker_that_is_away_is_a_503_with_a_time_to_come_again() {
    MockProducer<byte[], byte[]> broken = producer(false);
    broken.sendException = new TimeoutException("no metadata");
    JobQueue queue = new JobQueue(new JobProducer(broken), book, Clock.systemUTC());

    Problem problem = queue.put(List.of(JOB)).orElseThrow();

    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("BROKER_UNAVAILABLE");
    assertThat(problem.retryAfterSeconds()).isPositive();
    assertThat(book.find("id-1")).isEmpty();
  }

  private JobQueue queue(boolean completes) {
    return new JobQueue(new JobProducer(producer(completes)), book, Clock.systemUTC());
  }

  private static MockProducer<byte[], byte[]> producer(boolean completes) {
    return new MockProducer<>(
        completes, null, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
