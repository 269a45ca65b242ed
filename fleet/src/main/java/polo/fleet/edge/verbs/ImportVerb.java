package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import polo.fleet.edge.files.FixFormat;
import polo.fleet.edge.progress.Progress;
import polo.fleet.edge.upload.FileImport;
import polo.fleet.edge.upload.ImportReport;
import polo.fleet.edge.upload.ImportSettings;
import polo.fleet.edge.upload.KafkaUplink;
import polo.fleet.edge.upload.Uplink;

/// `polo import`: brings files into a running fleet.
@Command(
    name = "import",
    description = {
      "Bring recorded positions and photos into a fleet.",
      "",
      "Positions come as CSV (user,ts,lat,lon,alt,acc,speed), GPX, GeoJSON, Google Records.json or"
          + " OwnTracks .rec, plain or gzip; what a file is, its content tells. Rows that are no"
          + " position are named and left out. Importing a file twice changes nothing."
    },
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  polo import fixes.csv.gz",
      "  polo import ride.gpx Records.json --user ada",
      "  polo import holiday/*.jpg --user ada --zone Europe/Lisbon",
      "%nExit code 1 when a file could not be read to its end."
    })
public final class ImportVerb implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of positions or photos.")
  private List<Path> files = List.of();

  @Option(
      names = "--user",
      paramLabel = "U",
      description = "Whose they are. A user column in a file goes before it.")
  private @Nullable String user;

  @Option(
      names = "--format",
      description = "Format of the positions, instead of looking: ${COMPLETION-CANDIDATES}.")
  private @Nullable FixFormat format;

  @Option(
      names = "--zone",
      description = "Time zone of photos that do not know their own, like Europe/Lisbon.")
  private @Nullable ZoneId zone;

  @Mixin private FleetOption fleet = new FleetOption();

  @Option(names = "--wait", description = "Wait until the fleet has worked off all that is queued.")
  private boolean wait;

  private final Stdio stdio;

  public ImportVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    ImportReport report;
    try (Uplink uplink = uplink()) {
      report = imported(uplink);
      if (wait) {
        awaitIdle(uplink);
      }
    }
    report.flaws().lines().forEach(stdio::say);
    stdio.line(report.line());
    stdio.out().flush();
    return report.flaws().filesLost() == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private Uplink uplink() {
    return fleet
        .elsewhere()
        .map(KafkaUplink::to)
        .orElseGet(() -> KafkaUplink.toFleetOn(fleet.folder()));
  }

  private ImportReport imported(Uplink uplink) throws IOException {
    ImportSettings settings = new ImportSettings(user, format, zone);
    try (Progress progress = Progress.throughBytes("import", FileSizes.total(files), stdio.err())) {
      return new FileImport(settings, uplink, Clock.systemUTC()).run(files, progress);
    }
  }

  private void awaitIdle(Uplink uplink) {
    try (Progress progress = Progress.throughItems("jobs", stdio.err())) {
      uplink.awaitIdle(progress::left);
    }
  }
}
