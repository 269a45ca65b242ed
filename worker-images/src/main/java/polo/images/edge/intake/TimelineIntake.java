package polo.images.edge.intake;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import polo.common.edge.kafka.EventReader;
import polo.common.edge.kafka.JobGuard;
import polo.common.edge.kafka.OutcomeRouter;
import polo.common.job.Event;
import polo.common.job.Outcome;
import polo.common.job.ParsedEvent;

/// Listens to timelines that changed and links their photos anew, so that photos and fixes may
/// arrive in any order. Relinking is repeatable; an event nobody can read has nothing to link.
public final class TimelineIntake implements AcknowledgingMessageListener<byte[], byte[]> {

  private final PhotoLinker linker;
  private final OutcomeRouter router;
  private final EventReader reader = EventReader.standard();

  public TimelineIntake(PhotoLinker linker, OutcomeRouter router) {
    this.linker = linker;
    this.router = router;
  }

  @Override
  public void onMessage(
      ConsumerRecord<byte[], byte[]> record, @Nullable Acknowledgment acknowledgment) {
    Optional<Duration> again = router.retryInPlace(record, relink(record));
    Acknowledgment answer = Objects.requireNonNull(acknowledgment, "lanes acknowledge by hand");
    again.ifPresentOrElse(answer::nack, answer::acknowledge);
  }

  private Outcome relink(ConsumerRecord<byte[], byte[]> record) {
    if (reader.read(record) instanceof ParsedEvent.Valid valid
        && valid.event() instanceof Event.TimelineChanged changed) {
      return JobGuard.outcomeOf(() -> linker.relink(changed.userId(), changed.span()));
    }
    return Outcome.done();
  }
}
