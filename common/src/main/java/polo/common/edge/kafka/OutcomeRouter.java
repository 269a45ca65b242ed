package polo.common.edge.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import polo.common.job.Event;
import polo.common.job.JobHeaders;
import polo.common.job.Outcome;
import polo.common.job.Reason;
import polo.common.job.RetryPolicy;

/// Carries outcomes out: events of what is done, dead letters of what is rejected, and how long to
/// wait for what must come again. When a method answers "nothing to wait for", everything it sent
/// is on the broker for good and the offset may be committed.
///
/// A tired world is waited for as long as it takes; a job that fails on its own is tried as often
/// as the policy says and then becomes a dead letter with all its attempts.
public final class OutcomeRouter {

  private static final String SOURCE = "polo";

  private final JobProducer producer;
  private final JobMetrics metrics;
  private final RetryPolicy policy;
  private final Clock clock;
  private final String worker;
  private final InPlaceAttempts inPlace = new InPlaceAttempts();

  public OutcomeRouter(
      JobProducer producer, JobMetrics metrics, RetryPolicy policy, Clock clock, String worker) {
    this.producer = producer;
    this.metrics = metrics;
    this.policy = policy;
    this.clock = clock;
    this.worker = worker;
  }

  /// Routes a whole poll. When any of it must come again, all of it does, after the wait answered
  /// here; nothing is rejected before the poll is through, so nothing is rejected twice.
  public Optional<Duration> route(List<EndedJob> jobs) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    List<EndedJob> settled = jobs.stream().map(this::settle).toList();
    settled.forEach(job -> publish(job, sent));
    Optional<Duration> wait =
        settled.stream().flatMap(job -> waitInPlace(job).stream()).max(Duration::compareTo);
    if (wait.isEmpty()) {
      settled.forEach(job -> bury(job, sent));
      settled.forEach(job -> inPlace.forget(job.record()));
    }
    await(sent);
    settled.forEach(job -> metrics.ended(job.type(), job.outcome()));
    return wait;
  }

  /// Routes one job. When it failed on its own it goes to the photos' retry topic, due after its
  /// wait, and is through here.
  public Optional<Duration> routeOrDelay(EndedJob job) {
    if (job.outcome() instanceof Outcome.Retry(var reason) && !reason.code().isTheWorldTired()) {
      Attempts attempts =
          Attempts.of(job.record().headers()).failed(reason.code(), clock.instant());
      if (!policy.isExhaustedAfter(attempts.count())) {
        delay(job, attempts);
        return Optional.empty();
      }
      return route(List.of(job.endedWith(new Outcome.Reject(reason))));
    }
    return route(List.of(job));
  }

  /// Answers how long to wait for work that is no job of its own, and counts nothing else.
  public Optional<Duration> retryInPlace(ConsumerRecord<byte[], byte[]> record, Outcome outcome) {
    if (outcome instanceof Outcome.Retry(var reason)) {
      inPlace.failed(record, reason.code(), clock.instant());
      return Optional.of(wait(inPlace.waitsOf(record)));
    }
    inPlace.forget(record);
    return Optional.empty();
  }

  private void delay(EndedJob job, Attempts attempts) {
    Instant due = clock.instant().plus(wait(attempts.count()));
    Headers headers = attempts.onto(job.record(), due);
    await(
        List.of(
            producer.send(
                new ProducerRecord<>(
                    Topics.PHOTOS_RETRY,
                    null,
                    job.record().key(),
                    job.record().value(),
                    headers))));
    metrics.ended(job.type(), job.outcome());
  }

  /// A retry whose attempts are used up is a rejection.
  private EndedJob settle(EndedJob job) {
    if (job.outcome() instanceof Outcome.Retry(var reason)) {
      int failures = inPlace.failed(job.record(), reason.code(), clock.instant());
      if (!reason.code().isTheWorldTired() && policy.isExhaustedAfter(failures)) {
        return job.endedWith(new Outcome.Reject(reason));
      }
    }
    return job;
  }

  private Optional<Duration> waitInPlace(EndedJob job) {
    return job.outcome() instanceof Outcome.Retry
        ? Optional.of(wait(inPlace.waitsOf(job.record())))
        : Optional.empty();
  }

  private Duration wait(int attempts) {
    return policy.waitAfter(attempts, ThreadLocalRandom.current().nextDouble());
  }

  private void publish(EndedJob job, List<CompletableFuture<Void>> sent) {
    if (job.outcome() instanceof Outcome.Done(var events)) {
      events.forEach(event -> sent.add(tell(event, job)));
    }
  }

  /// Keeps what was rejected, and the original of what was done only in part.
  private void bury(EndedJob job, List<CompletableFuture<Void>> sent) {
    if (job.outcome() instanceof Outcome.Reject(var reason)) {
      sent.add(letter(job.record(), reason));
      rejection(job, reason).ifPresent(event -> sent.add(tell(event, job)));
    }
    job.flaw().ifPresent(flaw -> sent.add(letter(job.record(), flaw)));
  }

  private CompletableFuture<Void> letter(ConsumerRecord<byte[], byte[]> record, Reason reason) {
    Instant now = clock.instant();
    Attempts before = inPlace.of(record).orElseGet(() -> Attempts.of(record.headers()));
    Attempts all = inPlace.of(record).isPresent() ? before : before.failed(reason.code(), now);
    return producer.send(DeadLetter.of(record, reason, all, now, worker));
  }

  private static Optional<Event> rejection(EndedJob job, Reason reason) {
    return job.userId()
        .map(user -> new Event.JobRejected(user, job.jobId().orElse(""), job.type(), reason));
  }

  private CompletableFuture<Void> tell(Event event, EndedJob job) {
    JobHeaders cause =
        job.job()
            .map(valid -> valid.headers())
            .orElseGet(() -> new JobHeaders(job.jobId().orElse(""), SOURCE, clock.instant(), null));
    JobHeaders headers =
        new JobHeaders(JobId.of(event, cause), SOURCE, clock.instant(), cause.traceparent());
    return producer.send(EventWriter.record(event, headers));
  }

  private static void await(List<CompletableFuture<Void>> sent) {
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the broker did not take an event or a dead letter", e);
    }
  }
}
