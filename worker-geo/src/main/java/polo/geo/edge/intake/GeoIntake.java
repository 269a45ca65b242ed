package polo.geo.edge.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import polo.common.edge.kafka.EndedJob;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;

/// A poll of the geo lanes: all jobs of a user become one piece of work; users are worked on
/// concurrently, one user never concurrently within a poll. Offsets are committed once every result
/// is stored; until then the whole poll comes again, which changes nothing that is already done.
public final class GeoIntake implements BatchAcknowledgingMessageListener<byte[], byte[]> {

  private final UserJobs userJobs;
  private final OutcomeRouter router;
  private final Optional<PlaceAsks> asks;
  private final Semaphore permits;
  private final JobReader reader = JobReader.standard();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param asks absent when no provider may be asked about places
  public GeoIntake(
      UserJobs userJobs, OutcomeRouter router, Optional<PlaceAsks> asks, int usersAtOnce) {
    this.userJobs = userJobs;
    this.router = router;
    this.asks = asks;
    this.permits = new Semaphore(usersAtOnce);
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> poll, @Nullable Acknowledgment acknowledgment) {
    List<EndedJob> ended = work(poll);
    Optional<Duration> again = router.route(ended).or(() -> askForPlaces(ended));
    Acknowledgment answer = Objects.requireNonNull(acknowledgment, "lanes acknowledge by hand");
    again.ifPresentOrElse(wait -> answer.nack(0, wait), answer::acknowledge);
  }

  /// Only a tired store makes the poll wait: no timeline is held up by what else may be known of
  /// its places.
  private Optional<Duration> askForPlaces(List<EndedJob> ended) {
    if (asks.isEmpty() || ended.isEmpty()) {
      return Optional.empty();
    }
    Outcome asked = asks.get().ask(ended);
    boolean tired = asked instanceof Outcome.Retry(var reason) && reason.code().isTheWorldTired();
    return tired ? router.retryInPlace(ended.getFirst().record(), asked) : Optional.empty();
  }

  private List<EndedJob> work(List<ConsumerRecord<byte[], byte[]>> poll) {
    List<EndedJob> ended = new ArrayList<>();
    Map<String, List<ReceivedJob>> byUser = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : poll) {
      switch (reader.read(record)) {
        case ParsedJob.Invalid(var reason) ->
            ended.add(new EndedJob(record, Optional.empty(), new Outcome.Reject(reason)));
        case ParsedJob.Valid valid ->
            byUser
                .computeIfAbsent(valid.job().userId(), _ -> new ArrayList<>())
                .add(new ReceivedJob(record, valid));
      }
    }
    ended.addAll(eachUser(byUser.values()));
    return ended;
  }

  private List<EndedJob> eachUser(Collection<List<ReceivedJob>> users) {
    List<Callable<List<EndedJob>>> tasks = new ArrayList<>();
    users.forEach(jobs -> tasks.add(() -> permitted(jobs)));
    List<EndedJob> ended = new ArrayList<>();
    try {
      for (Future<List<EndedJob>> user : threads.invokeAll(tasks)) {
        ended.addAll(user.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; the poll comes again", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a user's work escaped its guard", e.getCause());
    }
    return ended;
  }

  private List<EndedJob> permitted(List<ReceivedJob> jobs) throws InterruptedException {
    permits.acquire();
    try {
      return userJobs.work(jobs);
    } finally {
      permits.release();
    }
  }
}
