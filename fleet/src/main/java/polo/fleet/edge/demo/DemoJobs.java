package polo.fleet.edge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /// The photos with their files, drawn on all cores: some tenths of a second each.
  static Map<SamplePhoto, byte[]> drawn(List<SamplePhoto> photos) {
    return photos.parallelStream()
        .collect(Collectors.toConcurrentMap(Function.identity(), SamplePhoto::bytes));
  }

  /// Enqueues everything; when this returns the broker has all of it.
  void enqueue(List<Upload> uploads, Map<SamplePhoto, byte[]> photos) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    uploads.forEach(upload -> sent.add(enqueue(upload)));
    photos.forEach((photo, original) -> sent.add(enqueue(photo, original)));
    sent.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> enqueue(Upload upload) {
    JobHeaders headers = new JobHeaders(upload.id(), SOURCE, upload.at(), null);
    return producer.send(JobWriter.record(upload.points(), headers));
  }

  private CompletableFuture<Void> enqueue(SamplePhoto photo, byte[] original) {
    String user = SampleJourney.USER_ID;
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
