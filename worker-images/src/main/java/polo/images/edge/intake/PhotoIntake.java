package polo.images.edge.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.edge.kafka.AttemptLedger;
import polo.common.edge.kafka.Attempts;
import polo.common.edge.kafka.EndedJob;
import polo.common.edge.kafka.JobGuard;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.edge.kafka.SlotWork;
import polo.common.edge.kafka.SourceEpochs;
import polo.common.job.HistoryReprocess;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import polo.common.job.UserErase;

/// The photo lanes: one photo in each slot. A photo that fails on its own is tried again later from
/// the retry topic, so that others go on; a tired world is waited for in place.
public final class PhotoIntake implements SlotWork {

  private final PhotoJob photoJob;
  private final AttemptLedger ledger;
  private final OutcomeRouter router;
  private final SourceEpochs epochs;
  private final Clock clock;
  private final JobReader reader = JobReader.standard();

  public PhotoIntake(
      PhotoJob photoJob,
      AttemptLedger ledger,
      OutcomeRouter router,
      SourceEpochs epochs,
      Clock clock) {
    this.photoJob = photoJob;
    this.ledger = ledger;
    this.router = router;
    this.epochs = epochs;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> work(ConsumerRecord<byte[], byte[]> record) {
    return untilDue(record).or(() -> router.routeOrDelay(done(record)));
  }

  @Override
  public Optional<Duration> giveUp(ConsumerRecord<byte[], byte[]> record, Reason reason) {
    return router.route(List.of(new EndedJob(record, valid(record), new Outcome.Reject(reason))));
  }

  private Optional<ParsedJob.Valid> valid(ConsumerRecord<byte[], byte[]> record) {
    return reader.read(record) instanceof ParsedJob.Valid valid
        ? Optional.of(valid)
        : Optional.empty();
  }

  /// How long a retried photo must still wait; absent when it is due.
  private Optional<Duration> untilDue(ConsumerRecord<byte[], byte[]> record) {
    Instant now = clock.instant();
    return Attempts.notBefore(record.headers())
        .filter(due -> due.isAfter(now))
        .map(due -> Duration.between(now, due));
  }

  private EndedJob done(ConsumerRecord<byte[], byte[]> record) {
    return switch (reader.read(record)) {
      case ParsedJob.Invalid(var reason) ->
          new EndedJob(record, Optional.empty(), new Outcome.Reject(reason));
      case ParsedJob.Valid valid ->
          new EndedJob(record, Optional.of(valid), outcome(record, valid));
    };
  }

  private Outcome outcome(ConsumerRecord<byte[], byte[]> record, ParsedJob.Valid valid) {
    return switch (valid.job()) {
      case PhotoUploaded photo ->
          JobGuard.outcomeOf(
              () -> ledger.watch(record, () -> photoJob.process(photo, epochs.guardOf(record))));
      case PointsUploaded _, HistoryReprocess _, PinsChanged _, PlaceSeen _, UserErase _ ->
          Outcome.reject(
              ReasonCode.TYPE_NOT_ON_THIS_TOPIC,
              "%s does not belong on %s".formatted(valid.job().type().wireName(), record.topic()));
    };
  }
}
