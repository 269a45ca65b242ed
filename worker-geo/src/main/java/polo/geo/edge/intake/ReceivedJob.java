package polo.geo.edge.intake;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import polo.common.edge.kafka.EndedJob;
import polo.common.job.Job;
import polo.common.job.Outcome;
import polo.common.job.ParsedJob;

/// A record that asks for something we understand.
record ReceivedJob(ConsumerRecord<byte[], byte[]> record, ParsedJob.Valid parsed) {

  Job job() {
    return parsed.job();
  }

  EndedJob ended(Outcome outcome) {
    return new EndedJob(record, Optional.of(parsed), outcome);
  }
}
