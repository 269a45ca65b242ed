package polo.fleet.edge.verbs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.WorkerName;
import polo.common.edge.store.DocumentStore;
import polo.common.edge.store.StoreUnavailableException;
import polo.fleet.edge.ops.FleetReach;
import polo.fleet.edge.ops.FleetReport;
import polo.fleet.edge.ops.FleetStatus;
import polo.fleet.edge.ops.LaneStatus;
import polo.fleet.edge.ops.StatusReader;

/// `polo status`: how a fleet is.
@Command(
    name = "status",
    description = {
      "Tell how the fleet is: what waits in each lane and for how long, how fast it goes, who works"
          + " on it, whether the store answers, and what was given up.",
      "",
      "Asks the broker and the store, not the workers."
    },
    footer = {
      "%nExamples:",
      "  polo status",
      "  polo status --watch",
      "  polo status --json",
      "%nExit code 1 when something is not as it should be, 3 when the broker does not answer."
    })
public final class StatusVerb implements Callable<Integer> {

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  @Mixin private ReachOptions fleet = new ReachOptions();

  @Option(names = "--watch", description = "Again and again, until Ctrl-C.")
  private boolean watch;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  private final Stdio stdio;

  public StatusVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FleetReach reach = fleet.reach();
    FleetStatus status = look(reach);
    tell(status);
    while (watch) {
      Thread.sleep(BETWEEN);
      status = look(reach);
      tell(status);
    }
    return status.troubles().isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private static FleetStatus look(FleetReach reach) throws InterruptedException {
    StatusReader reader = new StatusReader(reach.broker(), Clock.systemUTC());
    try (DocumentStore store = reach.openStore()) {
      return reader.look(store);
    } catch (StoreUnavailableException e) {
      return reader.look(e);
    }
  }

  private void tell(FleetStatus status) throws IOException {
    stdio.print(json ? List.of(Json.line(FleetReport.of(status))) : lines(status));
  }

  private List<String> lines(FleetStatus status) {
    Columns lanes = new Columns("LANE", "WAITING", "OLDEST", "PER SECOND", "DONE IN", "WORKERS");
    for (LaneStatus lane : status.lanes()) {
      lanes.row(
          lane.lane(),
          lane.waiting(),
          seconds(lane.oldestSeconds()),
          lane.perSecond(),
          seconds(lane.etaSeconds()),
          String.join(", ", lane.workers().stream().map(StatusVerb::worker).toList()));
    }
    List<String> lines = new ArrayList<>(lanes.lines());
    if (watch) {
      lines.addFirst(status.at().toString());
    }
    if (status.deadLetters() != null) {
      lines.add("Dead letters: " + status.deadLetters());
    }
    status.troubles().forEach(trouble -> lines.add("! " + trouble));
    return lines;
  }

  private static String worker(WorkerName worker) {
    return worker.process() + " (" + worker.version() + ")";
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null ? "-" : "%.1f s".formatted(seconds);
  }
}
