package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.Origin;
import polo.common.job.JobType;
import polo.fleet.edge.jobs.JobBook;
import polo.fleet.edge.jobs.SentJob;

/// The queue as callers of the API see it: it has a job for good, or it is away.
final class JobQueue {

  /// Shorter than a caller waits.
  private static final int PATIENCE_SECONDS = 8;

  /// So many callers may wait for a broker that is away; the rest are told at once, so that a few
  /// threads are always left for those who only read.
  private static final int WAITING = 32;

  private final JobProducer producer;
  private final JobBook book;
  private final InstantSource clock;
  private final Semaphore waiting = new Semaphore(WAITING);

  JobQueue(JobProducer producer, JobBook book, InstantSource clock) {
    this.producer = producer;
    this.book = book;
    this.clock = clock;
  }

  InstantSource clock() {
    return clock;
  }

  /// The CloudEvents headers of a job whose request has none of its own.
  Map<String, String> headers(JobType type, String source, HttpServletRequest request) {
    return Map.of(
        CloudEventHeaders.SPEC_VERSION,
        "1.0",
        CloudEventHeaders.ID,
        source,
        CloudEventHeaders.SOURCE,
        source,
        CloudEventHeaders.TYPE,
        type.wireName(),
        CloudEventHeaders.TIME,
        clock.instant().toString(),
        CloudEventHeaders.TRACEPARENT,
        Trace.of(request).parent());
  }

  /// Puts them all; answers once the broker has them. Otherwise answers why not: then nobody knows
  /// how many of them it took, and sending them again with the same ids does no harm.
  Optional<Problem> put(List<OutgoingJob> jobs) {
    if (!waiting.tryAcquire()) {
      return Optional.of(away());
    }
    try {
      List<CompletableFuture<Origin>> placed = jobs.stream().map(this::place).toList();
      CompletableFuture.allOf(placed.toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.empty();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return Optional.of(away());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(away());
    } finally {
      waiting.release();
    }
  }

  private CompletableFuture<Origin> place(OutgoingJob job) {
    Instant now = clock.instant();
    return producer
        .place(job.record())
        .whenComplete((at, _) -> {
          if (at != null) {
            book.sent(
                new SentJob(
                    at,
                    job.headers().id(),
                    job.job().type().wireName(),
                    job.headers().source(),
                    job.job().userId(),
                    now,
                    SentJob.traceId(job.headers().traceparent())));
          }
        });
  }

  private static Problem away() {
    return Problem.of(
        ProblemCode.BROKER_UNAVAILABLE,
        "the queue does not answer; send it again, with the same id if it has one");
  }
}
