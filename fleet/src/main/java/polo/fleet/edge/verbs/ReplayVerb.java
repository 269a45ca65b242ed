package polo.fleet.edge.verbs;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import polo.common.edge.Stores;
import polo.common.edge.kafka.KafkaConnection;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.standby.GroupOffsets;
import polo.common.edge.standby.RestorePoint;
import polo.common.edge.store.DocumentStore;

/// `polo replay`: what a restored store lacks is done again.
@Command(
    name = "replay",
    description = {
      "Send the consumer groups back, so that what a restored store lacks is done again.",
      "",
      "All workers must be stopped; what is done again changes nothing where it was done already."
          + " The fleet is the one that POLO_* settings describe."
    },
    footer = {
      "%nExamples:",
      "  polo replay --from-restore-point --dry-run",
      "  polo replay --since 2026-11-25T03:00:00Z",
      "%nExit code 1 when somebody still works, or the broker no longer has all records."
    })
public final class ReplayVerb implements Callable<Integer> {

  /// Where to begin.
  static final class From {
    @Option(
        names = "--since",
        paramLabel = "T",
        description = "Records sent at this instant or later.")
    @Nullable Instant since;

    @Option(
        names = "--from-restore-point",
        description = "What came after the newest restore point the store has.")
    boolean restorePoint;
  }

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  @Option(names = "--dry-run", description = "Only count what would be done again.")
  private boolean dryRun;

  private final Stdio stdio;

  public ReplayVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    PoloSettings settings = FleetOption.ofEnvironment();
    try (Admin admin = KafkaConnection.of(settings.kafka()).admin()) {
      List<String> inUse = GroupOffsets.inUse(admin);
      if (!dryRun && !inUse.isEmpty()) {
        stdio.say("polo: somebody still works for %s; stop all workers first".formatted(inUse));
        return ExitCode.SOME_FAILED;
      }
      GroupOffsets offsets =
          from.since == null ? ofStore(settings) : GroupOffsets.since(from.since, admin);
      return tell(dryRun ? offsets.wouldRewind(admin) : offsets.rewind(admin));
    }
  }

  private GroupOffsets ofStore(PoloSettings settings) {
    try (DocumentStore store = Stores.open(settings.store(), new SimpleMeterRegistry())) {
      List<RestorePoint> points = RestorePoint.all(store);
      if (points.isEmpty()) {
        stdio.say("The store has no restore point: everything is done again");
        return GroupOffsets.beginnings();
      }
      stdio.say("Restore point of " + points.getFirst().at());
      return points.getFirst().offsets();
    }
  }

  private int tell(GroupOffsets.Rewound rewound) throws IOException {
    stdio.line(
        "%,d records %s done again".formatted(rewound.again(), dryRun ? "would be" : "will be"));
    stdio.out().flush();
    if (rewound.gone() > 0) {
      stdio.say("polo: %,d more are gone from the broker".formatted(rewound.gone()));
      return ExitCode.SOME_FAILED;
    }
    return ExitCode.OK;
  }
}
