package polo.fleet.edge.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import polo.common.edge.kafka.TopicSetup;
import polo.common.edge.settings.KafkaSecurity;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.Documents;
import polo.common.edge.store.SqliteDocumentStore;
import polo.fleet.edge.progress.Progress;
import polo.testkit.Seeds;

/// A cluster of three brokers and one store, on which faults are played one after the other, each
/// with jobs and workers of its own.
public final class Chaos implements AutoCloseable {

  private static final int PARTITIONS = 12;
  private static final Duration DRAIN = Duration.ofMinutes(5);
  private static final int PER_SECOND = 200;

  /// Small polls, so that a worker dies in the middle of one more often than between two.
  private static final String POLL_RECORDS = "50";

  private final Path folder;
  private final BrokerCluster cluster;
  private final DocumentStore store;

  private Chaos(Path folder, BrokerCluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
    this.store = SqliteDocumentStore.open(file());
  }

  /// Starts the brokers; everything, logs too, is below `folder`.
  public static Chaos start(Path folder) throws IOException, InterruptedException {
    BrokerCluster cluster = BrokerCluster.start(folder);
    new TopicSetup(
            new PoloSettings.Kafka(
                cluster.bootstrap(),
                true,
                PARTITIONS,
                (short) BrokerCluster.NODES,
                Duration.ZERO,
                PoloSettings.GroupProtocol.CLASSIC,
                KafkaSecurity.NONE))
        .ensure();
    return new Chaos(folder, cluster);
  }

  /// Plays one fault and looks at what is left.
  public ChaosReport play(Fault fault, Plan plan, Progress progress) throws Exception {
    Load load = fault.load(plan.jobs(), plan.seed());
    Path logs = Files.createDirectories(folder.resolve(fault.word()));
    long begun = System.nanoTime();
    String deeds;
    List<Duration> recoveries;
    Verdict stuck = Verdict.GOOD;
    try (Crew crew = new Crew(logs, settings(fault));
        Sender sender = new Sender(cluster.bootstrap(), load.records(), PER_SECOND);
        Watch watch = watch(load, progress)) {
      crew.hire(fault.workers());
      crew.awaitReady();
      watch.lookAgain();
      begun = System.nanoTime();
      try {
        deeds =
            fault
                .scenario()
                .play(
                    new Stage(
                        cluster,
                        crew,
                        sender,
                        watch,
                        Seeds.random(plan.seed(), fault.word()),
                        plan.kills()));
        watch.lookAgain();
        Patience.await("all jobs done", DRAIN, () -> !watch.isWorking());
      } catch (Patience.LostException e) {
        deeds = "gave up waiting";
        stuck = Verdict.lost(1, String.valueOf(e.getMessage()));
      }
      recoveries = watch.recoveries();
      crew.dismissAll();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    Verdict verdict =
        stuck.and(new Audit(new Documents(store), new TopicReader(cluster.bootstrap())).of(load));
    return ChaosReport.of(fault, plan.jobs(), deeds, recoveries, took, verdict);
  }

  /// How much, and how often.
  ///
  /// @param jobs good jobs of each fault
  /// @param kills how often a fault that repeats does so
  public record Plan(int jobs, long seed, int kills) {}

  @Override
  public void close() {
    store.close();
    cluster.close();
  }

  private Watch watch(Load load, Progress progress) {
    long[] before = {-1};
    return new Watch(
        cluster.bootstrap(),
        PARTITIONS,
        done -> {
          before[0] = before[0] < 0 ? done : before[0];
          progress.left(load.records().size() - (done - before[0]));
        });
  }

  private Map<String, String> settings(Fault fault) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "POLO_KAFKA_BOOTSTRAP",
        fault.spoilsLinks() ? cluster.proxiedBootstrap() : cluster.bootstrap());
    settings.put("POLO_KAFKA_PARTITIONS", String.valueOf(PARTITIONS));
    settings.put("POLO_KAFKA_REPLICATION", String.valueOf(BrokerCluster.NODES));
    settings.put("POLO_STORE_URL", "sqlite:" + file());
    settings.put("POLO_BLOBS_FOLDER", folder.resolve("blobs").toString());
    settings.put("POLO_GEO_POLLRECORDS", POLL_RECORDS);
    return settings;
  }

  private Path file() {
    return folder.resolve("polo.db");
  }
}
