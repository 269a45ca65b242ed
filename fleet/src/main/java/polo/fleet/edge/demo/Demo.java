package polo.fleet.edge.demo;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import polo.common.document.Photo;
import polo.common.edge.blob.BlobStore;
import polo.common.edge.kafka.Groups;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.fleet.edge.documents.Travels;
import polo.fleet.edge.embedded.Backlog;
import polo.fleet.edge.embedded.EmbeddedFleet;
import polo.fleet.edge.embedded.StoreState;
import polo.fleet.edge.verbs.Stdio;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.SamplePhoto;
import polo.testkit.sample.Upload;

/// Puts the sample journey through a running fleet and tells what came out.
public final class Demo {

  private final EmbeddedFleet fleet;
  private final Stdio out;

  public Demo(EmbeddedFleet fleet, Stdio out) {
    this.fleet = fleet;
    this.out = out;
  }

  /// Answers whether every job ended as it should.
  ///
  /// @param watcher is told what is left to do, again and again until nothing is
  public boolean run(Consumer<Backlog> watcher) throws IOException {
    SampleJourney sample = SampleJourney.create();
    List<Upload> uploads = sample.uploads();
    List<SamplePhoto> photos = sample.photos();
    Map<SamplePhoto, byte[]> drawn = DemoJobs.drawn(photos);
    StoreState before = StoreState.of(fleet.part(DocumentStore.class));

    Instant start = Instant.now();
    new DemoJobs(fleet.part(JobProducer.class), fleet.part(BlobStore.class))
        .enqueue(uploads, drawn);
    Instant derived = awaitIdle(watcher);

    Travels travels = Travels.of(SampleJourney.USER_ID, fleet.part(Documents.class));
    new DemoSummary(travels, out).print();
    long changed = StoreState.of(fleet.part(DocumentStore.class)).changedSince(before);
    JobCounts counts = JobCounts.of(fleet.part(MeterRegistry.class));
    print(counts, uploads, Duration.between(start, derived), changed, before);
    return isAsExpected(counts, travels, uploads, photos);
  }

  /// Waits until all is done, and answers when the last fixes were.
  private Instant awaitIdle(Consumer<Backlog> watcher) {
    AtomicReference<Instant> derived = new AtomicReference<>(Instant.now());
    try (Admin admin = KafkaConnection.open(fleet.address().bootstrap()).admin()) {
      Backlog.awaitNone(
          admin,
          backlog -> {
            if (backlog.of(Groups.GEO) > 0) {
              derived.set(Instant.now());
            }
            watcher.accept(backlog);
          });
    }
    return derived.get();
  }

  private void print(
      JobCounts counts, List<Upload> uploads, Duration took, long changed, StoreState before)
      throws IOException {
    long fixes = uploads.stream().mapToLong(upload -> upload.points().fixes().size()).sum();
    double seconds = Math.max(took.toMillis(), 1) / 1000.0;
    boolean again = !before.revisions().isEmpty();
    out.line("");
    out.line(
        "Jobs       %d done, %d rejected (one photo is corrupt on purpose), %d put off"
            .formatted(counts.done(), counts.rejected(), counts.retried()));
    out.line(
        String.format(
            Locale.ROOT,
            "Fixes      %,d derived in %.1f s: %,.0f a second, from a cold start",
            fixes,
            seconds,
            fixes / seconds));
    out.line(
        again && changed == 0
            ? "Documents  none changed: all of this was known already"
            : String.format(Locale.ROOT, "Documents  %,d written", changed));
  }

  /// All jobs are through; only the photo made corrupt on purpose was given up, and it says why.
  private static boolean isAsExpected(
      JobCounts counts, Travels travels, List<Upload> uploads, List<SamplePhoto> photos) {
    List<Photo> rejected =
        travels.photos().stream().filter(photo -> photo.outcome().equals("reject")).toList();
    List<String> corrupt =
        photos.stream().filter(SamplePhoto::corrupt).map(SamplePhoto::photoId).toList();
    return counts.done() == uploads.size() + photos.size() - corrupt.size()
        && counts.rejected() == corrupt.size()
        && travels.photos().size() == photos.size()
        && rejected.stream().map(Photo::id).toList().equals(corrupt)
        && !travels.journeys().isEmpty();
  }
}
