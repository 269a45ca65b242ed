package polo.fleet.edge.api;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.Topics;
import polo.common.job.Job;
import polo.common.job.JobHeaders;

/// A job on its way to the queue.
///
/// @param body as it came from the caller, or as we write it
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
record OutgoingJob(String topic, Job job, JobHeaders headers, byte[] body) {

  /// A job in our own words, on the topic of its kind.
  static OutgoingJob of(Job job, JobHeaders headers) {
    return new OutgoingJob(Topics.of(job), job, headers, JobWriter.body(job));
  }

  ProducerRecord<byte[], byte[]> record() {
    return new ProducerRecord<>(
        topic,
        null,
        Topics.keyOf(job, topic).getBytes(StandardCharsets.UTF_8),
        body,
        CloudEventHeaders.toKafka(JobWriter.headers(job, headers)));
  }
}
