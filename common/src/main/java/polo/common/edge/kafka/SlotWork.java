package polo.common.edge.kafka;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.job.Reason;

/// What a [SlotPool] does with a record. Both methods are called from many threads at once.
public interface SlotWork {

  /// Does the job and carries its outcome out. Answers how long to wait until it must be done
  /// again; empty when it is through and its offset may be committed.
  Optional<Duration> work(ConsumerRecord<byte[], byte[]> record);

  /// Gives up a job that is still running after its time. Answers as [#work] does.
  Optional<Duration> giveUp(ConsumerRecord<byte[], byte[]> record, Reason reason);
}
