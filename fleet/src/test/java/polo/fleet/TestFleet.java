package polo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import polo.common.edge.kafka.JobId;
import polo.common.edge.kafka.JobProducer;
import polo.common.edge.kafka.JobWriter;
import polo.common.edge.kafka.Topics;
import polo.common.edge.store.Documents;
import polo.common.edge.store.couchbase.BucketSetup;
import polo.common.edge.store.couchbase.CouchbaseSettings;
import polo.common.job.JobHeaders;
import polo.common.job.PointsUploaded;
import polo.fleet.edge.documents.ExportedLines;
import polo.fleet.edge.documents.Travels;
import polo.fleet.edge.embedded.Backlog;
import polo.fleet.edge.embedded.EmbeddedFleet;
import polo.fleet.edge.embedded.FleetOptions;
import polo.fleet.edge.embedded.StoreChoice;
import polo.fleet.edge.progress.Progress;
import polo.fleet.edge.upload.FileImport;
import polo.fleet.edge.upload.ImportSettings;
import polo.fleet.edge.upload.KafkaUplink;
import polo.testkit.couchbase.CouchbaseDouble;
import polo.testkit.history.SyntheticHistory;
import polo.testkit.sample.SampleJourney;
import polo.testkit.sample.SamplePhoto;

/// The whole fleet in this process, with what a test asks of it.
record TestFleet(EmbeddedFleet fleet, Admin admin, Path folder) implements AutoCloseable {

  private static final int PHOTOS = 2;

  private static final PrintStream NOBODY =
      new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

  /// Documents in a SQLite file.
  static TestFleet onSqlite(Path folder) {
    return start(folder, StoreChoice.NONE);
  }

  /// Documents in a bucket of this node, which is made ready first.
  static TestFleet on(CouchbaseDouble couchbase, Path folder) throws IOException {
    prepare(couchbase, folder);
    return start(
        folder,
        new StoreChoice(
            couchbase.connectionString(), CouchbaseDouble.USER, password(folder), "polo"));
  }

  static void prepare(CouchbaseDouble couchbase, Path folder) throws IOException {
    CouchbaseSettings settings =
        CouchbaseSettings.of(CouchbaseDouble.USER, password(folder), "polo");
    new BucketSetup(false, false).run(couchbase.connectionString(), settings);
  }

  static Path password(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve("password"), CouchbaseDouble.PASSWORD + "\n");
  }

  private static TestFleet start(Path folder, StoreChoice store) {
    EmbeddedFleet fleet = EmbeddedFleet.start(new FleetOptions(folder, 0, 0, store));
    Admin admin = Admin.create(Map.of("bootstrap.servers", fleet.address().bootstrap()));
    return new TestFleet(fleet, admin, folder);
  }

  /// So many users with so many thousand fixes each, as uploads of at most 50.
  static List<PointsUploaded> uploads(int users, int thousands) {
    List<PointsUploaded> uploads = new ArrayList<>();
    SyntheticHistory.ofFixes(users, thousands * 1000L).forEachUpload(50, uploads::add);
    // As time has it: everybody's first, then everybody's second.
    uploads.sort(Comparator.comparing(upload -> upload.fixes().getFirst().at()));
    return List.copyOf(uploads);
  }

  /// Sends live uploads; the broker has them when this returns.
  void send(List<PointsUploaded> uploads) {
    JobProducer producer = fleet.part(JobProducer.class);
    uploads.stream()
        .map(job ->
            producer.send(
                JobWriter.record(job, new JobHeaders(JobId.of(job), "test", Instant.now(), null))))
        .toList()
        .forEach(sent -> sent.join());
  }

  /// Uploads some photos of the sample journey.
  void sendPhotos() throws IOException {
    List<Path> files = new ArrayList<>();
    List<SamplePhoto> photos =
        SampleJourney.create().photos().stream()
            .filter(photo -> !photo.corrupt())
            .limit(PHOTOS)
            .toList();
    for (SamplePhoto photo : photos) {
      files.add(Files.write(folder.resolve(photo.photoId() + ".jpg"), photo.bytes()));
    }
    Clock clock = Clock.fixed(Instant.parse("2025-06-01T10:00:00Z"), ZoneOffset.UTC);
    ImportSettings settings = new ImportSettings("marco", null, ZoneOffset.UTC);
    try (KafkaUplink uplink = KafkaUplink.toFleetOn(folder);
        Progress progress = Progress.throughItems("photos", NOBODY)) {
      new FileImport(settings, uplink, clock).run(files, progress);
    }
  }

  void awaitIdle() {
    Backlog.awaitNone(admin, _ -> {});
  }

  long backlog() {
    return Backlog.look(admin).total();
  }

  /// How many jobs ended so far in one way: `done`, `retry`, `reject`.
  long jobs(String outcome) {
    return Math.round(
        fleet
            .part(MeterRegistry.class)
            .find("polo.jobs")
            .tag("outcome", outcome)
            .counters()
            .stream()
            .mapToDouble(Counter::count)
            .sum());
  }

  /// Records on the topic of dead letters.
  long deadLetters() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    admin.describeTopics(List.of(Topics.DEAD)).allTopicNames().get().values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .forEach(partition ->
            ends.put(new TopicPartition(Topics.DEAD, partition.partition()), OffsetSpec.latest()));
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /// Who has which partitions, by consumer.
  Map<String, Set<TopicPartition>> members(String group)
      throws ExecutionException, InterruptedException {
    return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
        .flatMap(described -> described.members().stream())
        .collect(
            toUnmodifiableMap(
                member -> member.consumerId(), member -> member.assignment().topicPartitions()));
  }

  /// All that was derived, as `polo export` prints it.
  List<String> export() throws IOException {
    return export(fleet.part(Documents.class));
  }

  static List<String> export(Documents documents) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String user : Travels.users(documents)) {
      new ExportedLines(text).write(Travels.of(user, documents));
    }
    return text.toString().lines().toList();
  }

  @Override
  public void close() {
    admin.close();
    fleet.close();
  }
}
