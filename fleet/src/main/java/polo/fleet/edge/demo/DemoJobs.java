package polo.fleet.edge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import polo.common.edge.blob.BlobKeys;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.JobWriter;
import polo.common.job.JobHeaders;
import polo.common.job.PhotoPrivacy;
import polo.common.job.PhotoUploaded;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.SamplePhoto;
import polo.testkit.sample.Upload;

/// Enqueues the sample the way the app's API would: originals into the blob store, jobs onto Kafka.
final class DemoJobs {

  private static final String SOURCE = "polo-demo";

  private final JobProducer producer;
  private final BlobStore blobs;

  DemoJobs(JobProducer producer, BlobStore blobs) {
    this.producer = producer;
    this.blobs = blobs;
  }

  /// Enqueues everything; when this returns the broker has all of it.
  void enqueue(List<Upload> uploads, List<SamplePhoto> photos) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    uploads.forEach(upload -> sent.add(enqueue(upload)));
    photos.forEach(photo -> sent.add(enqueue(photo)));
    sent.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> enqueue(Upload upload) {
    JobHeaders headers = new JobHeaders(upload.id(), SOURCE, upload.at(), null);
    return producer.send(JobWriter.record(upload.points(), headers));
  }

  private CompletableFuture<Void> enqueue(SamplePhoto photo) {
    String user = SampleJourney.USER_ID;
    byte[] original = photo.bytes();
    String key = BlobKeys.original(user, BlobKeys.sha256(original), "jpg");
    blobs.put(key, original);
    PhotoUploaded job =
        new PhotoUploaded(
            user,
            photo.photoId(),
            key,
            photo.fileName(),
            photo.uploadedAt(),
            SampleJourney.zoneAt(photo.uploadedAt()),
            PhotoPrivacy.STRIP);
    return producer.send(
        JobWriter.record(job, new JobHeaders(JobId.of(job), SOURCE, photo.uploadedAt(), null)));
  }
}
