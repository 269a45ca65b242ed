package polo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import polo.common.edge.standby.GroupOffsets;
import polo.common.edge.standby.RestorePoint;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.SqliteDocumentStore;
import polo.common.job.PointsUploaded;
import polo.fleet.edge.broker.EmbeddedBroker;
import polo.fleet.edge.broker.FreePort;
import polo.fleet.edge.embedded.FleetOptions;

/// The store is lost and an older copy of it restored: what the copy lacks is done again.
class ReplayIT {

  @TempDir Path folder;

  @Test
  void an_older_copy_of_the_store_gets_what_it_lacks() throws IOException, InterruptedException {
    List<PointsUploaded> uploads = TestFleet.uploads(4, 3);
    int half = uploads.size() / 2;
    FleetOptions options = new FleetOptions(folder, 0, 0);
    Path copy = folder.resolve("backup.db");

    work(uploads.subList(0, half));
    Files.copy(options.documents(), copy);
    List<String> quiet = work(uploads.subList(half, uploads.size()));
    Files.copy(copy, options.documents(), StandardCopyOption.REPLACE_EXISTING);
    GroupOffsets.Rewound would = wouldRewind(options);
    List<String> printed = replayed(options, "--from-restore-point", "--dry-run");
    List<String> early = replayed(options, "--since", "2000-01-01T00:00:00Z", "--dry-run");
    List<String> done = replayed(options, "--from-restore-point");
    List<String> restored = work(List.of());

    assertThat(would.again()).isGreaterThanOrEqualTo(uploads.size() - half);
    assertThat(would.gone()).isZero();
    assertThat(printed).containsExactly(would.again() + " records would be done again");
    assertThat(early.getFirst()).endsWith(" would be done again").isNotEqualTo(printed.getFirst());
    assertThat(done).containsExactly(would.again() + " records will be done again");
    assertThat(restored).isNotEmpty().isEqualTo(quiet);
  }

  /// Does these jobs and leaves a restore point.
  private List<String> work(List<PointsUploaded> uploads) throws IOException {
    try (TestFleet fleet = TestFleet.onSqlite(folder)) {
      fleet.send(uploads);
      fleet.awaitIdle();
      new RestorePoint(Instant.now(), GroupOffsets.committed(fleet.admin()))
          .write(fleet.fleet().part(DocumentStore.class));
      return fleet.export();
    }
  }

  private static GroupOffsets.Rewound wouldRewind(FleetOptions options) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(options.kafkaFolder(), FreePort.find());
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        DocumentStore store = SqliteDocumentStore.open(options.documents())) {
      return RestorePoint.all(store).getFirst().offsets().wouldRewind(admin);
    }
  }

  /// What `polo replay` prints, with no worker about.
  private List<String> replayed(FleetOptions options, String... arguments)
      throws IOException, InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(options.kafkaFolder(), FreePort.find());
        PoloProcess polo =
            PoloProcess.start(
                folder,
                Map.of(
                    "POLO_KAFKA_BOOTSTRAP",
                    broker.bootstrap(),
                    "POLO_STORE_URL",
                    "sqlite:" + options.documents()),
                Stream.concat(Stream.of("replay"), Stream.of(arguments)).toArray(String[]::new))) {
      assertThat(polo.exitCode()).isZero();
      return polo.lines();
    }
  }
}
