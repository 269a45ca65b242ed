package polo.fleet.edge.upload;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.blob.FileBlobStore;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.kafka.Topics;
import polo.common.edge.settings.PoloSettings;
import polo.common.job.HistoryReprocess;
import polo.common.job.Job;
import polo.common.job.JobHeaders;
import polo.common.job.PhotoUploaded;
import polo.common.job.PinsChanged;
import polo.common.job.PlaceSeen;
import polo.common.job.PointsUploaded;
import polo.common.job.UserErase;
import polo.fleet.edge.embedded.Backlog;
import polo.fleet.edge.embedded.FleetAddress;
import polo.fleet.edge.embedded.FleetNotRunningException;
import polo.fleet.edge.embedded.FleetOptions;

/// A fleet reached by its broker and its blob folder. Fixes go on the bulk lane, so that an import
/// does not keep live uploads waiting.
public final class KafkaUplink implements Uplink, JobSink {

  private static final String SOURCE = "polo-import";

  /// Jobs on their way at once: bounds memory when the broker is slower than the file.
  private static final int IN_FLIGHT = 64;

  private final KafkaConnection connection;
  private final JobProducer producer;
  private final BlobStore blobs;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private KafkaUplink(KafkaConnection connection, BlobStore blobs) {
    this.connection = connection;
    this.producer = JobProducer.connect(connection);
    this.blobs = blobs;
  }

  /// Connects to the fleet that runs on this data folder.
  ///
  /// @throws FleetNotRunningException when none does
  public static KafkaUplink toFleetOn(Path data) {
    FleetAddress address =
        FleetAddress.find(data).orElseThrow(() -> new FleetNotRunningException(data));
    return new KafkaUplink(
        KafkaConnection.open(address.bootstrap()),
        FileBlobStore.open(new FleetOptions(data, 0, 0).blobs()));
  }

  /// Connects to the fleet that these settings describe.
  public static KafkaUplink to(PoloSettings settings) {
    return new KafkaUplink(
        KafkaConnection.of(settings.kafka()), FileBlobStore.open(settings.blobs().folder()));
  }

  @Override
  public JobSink jobs() {
    return this;
  }

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Override
  public void enqueue(Job job) {
    inFlight.acquireUninterruptibly();
    throwFailure();
    JobHeaders headers = new JobHeaders(JobId.of(job), SOURCE, Instant.now(), null);
    CompletableFuture<Void> sent = producer.send(JobWriter.record(topicOf(job), job, headers));
    var _ =
        sent.whenComplete((_, problem) -> {
          if (problem != null) {
            failure.compareAndSet(null, problem);
          }
          inFlight.release();
        });
  }

  @Override
  public void flush() {
    inFlight.acquireUninterruptibly(IN_FLIGHT);
    inFlight.release(IN_FLIGHT);
    throwFailure();
  }

  @Override
  public void awaitIdle(LongConsumer watcher) {
    try (Admin admin = connection.admin()) {
      Backlog.awaitNone(admin, backlog -> watcher.accept(backlog.total()));
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static String topicOf(Job job) {
    return switch (job) {
      case PointsUploaded _ -> Topics.BULK;
      case PhotoUploaded _, HistoryReprocess _, PinsChanged _, PlaceSeen _, UserErase _ ->
          Topics.of(job);
    };
  }

  private void throwFailure() {
    Throwable problem = failure.get();
    if (problem instanceof RuntimeException known) {
      throw known;
    }
    if (problem != null) {
      throw new IllegalStateException("the broker did not take a job", problem);
    }
  }
}
