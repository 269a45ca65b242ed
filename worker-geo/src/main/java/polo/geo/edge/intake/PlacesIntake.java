package polo.geo.edge.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.edge.kafka.EndedJob;
import polo.common.edge.kafka.JobGuard;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.edge.kafka.SlotWork;
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
import polo.geo.edge.provider.PlaceRefiner;
import polo.geo.edge.provider.Refinement;

/// The places lane: one place in each slot, most of the time waiting for its turn, which costs no
/// thread.
public final class PlacesIntake implements SlotWork {

  private final PlaceRefiner refiner;
  private final OutcomeRouter router;
  private final JobReader reader = JobReader.standard();

  public PlacesIntake(PlaceRefiner refiner, OutcomeRouter router) {
    this.refiner = refiner;
    this.router = router;
  }

  @Override
  public Optional<Duration> work(ConsumerRecord<byte[], byte[]> record) {
    return switch (reader.read(record)) {
      case ParsedJob.Invalid(var reason) ->
          routed(record, Optional.empty(), new Outcome.Reject(reason));
      case ParsedJob.Valid valid ->
          switch (refine(record, valid)) {
            case Refinement.Later(var wait) -> Optional.of(wait);
            case Refinement.Ended(var outcome) -> routed(record, Optional.of(valid), outcome);
          };
    };
  }

  @Override
  public Optional<Duration> giveUp(ConsumerRecord<byte[], byte[]> record, Reason reason) {
    Optional<ParsedJob.Valid> job =
        reader.read(record) instanceof ParsedJob.Valid valid
            ? Optional.of(valid)
            : Optional.empty();
    return routed(record, job, new Outcome.Reject(reason));
  }

  private Refinement refine(ConsumerRecord<byte[], byte[]> record, ParsedJob.Valid valid) {
    return switch (valid.job()) {
      case PlaceSeen place -> JobGuard.guarded(() -> refiner.refine(place), Refinement.Ended::new);
      case PointsUploaded _, PhotoUploaded _, HistoryReprocess _, PinsChanged _, UserErase _ ->
          new Refinement.Ended(
              Outcome.reject(
                  ReasonCode.TYPE_NOT_ON_THIS_TOPIC,
                  "%s does not belong on %s"
                      .formatted(valid.job().type().wireName(), record.topic())));
    };
  }

  private Optional<Duration> routed(
      ConsumerRecord<byte[], byte[]> record, Optional<ParsedJob.Valid> job, Outcome outcome) {
    return router.route(List.of(new EndedJob(record, job, outcome)));
  }
}
