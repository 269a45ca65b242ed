package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import polo.common.edge.settings.PoloSettings;
import polo.common.edge.store.StoreUrl;
import polo.common.edge.store.couchbase.BucketReport;
import polo.common.edge.store.couchbase.BucketSetup;
import polo.fleet.edge.embedded.FleetOptions;
import polo.fleet.edge.embedded.StoreChoice;

/// `polo init`: makes a Couchbase bucket ready.
@Command(
    name = "init",
    description = {
      "Make a Couchbase bucket ready: scope, collections and the stamp of the schema.",
      "",
      "Done again, it changes nothing. The bucket itself is looked at, never made: how it resolves"
          + " conflicts is decided when it is made. With --standby both clusters are set up, and"
          + " must be alike."
    },
    footer = {
      "%nExamples:",
      "  polo init --store couchbase://db1 --store-user admin --store-password-file secret",
      "  polo init --store couchbase://db1 --standby couchbase://db2 --dry-run",
      "%nExit code 1 when something is missing or wrong."
    })
public final class InitVerb implements Callable<Integer> {

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--standby",
      paramLabel = "URL",
      description = "The cluster that stands by, with the same user and bucket.")
  private @Nullable String standby;

  @Option(names = "--dry-run", description = "Only look; make nothing.")
  private boolean dryRun;

  @Option(
      names = "--indexes",
      description = "Make secondary indexes by user, for people who ask in SQL++. Polo needs none.")
  private boolean indexes;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Stdio stdio;

  public InitVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    BucketReport primary = setUp(store.choice());
    boolean fine = primary.isFine();
    if (standby != null) {
      BucketReport other = setUp(store.choice().at(standby));
      List<BucketReport.Step> differences = BucketSetup.compare(primary, other);
      for (BucketReport.Step step : differences) {
        print(step);
      }
      fine &=
          other.isFine()
              && differences.stream().noneMatch(step -> step.state() == BucketReport.State.WRONG);
    }
    stdio.out().flush();
    return fine ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private BucketReport setUp(StoreChoice choice) throws IOException {
    PoloSettings.Store settings =
        choice.settings(new FleetOptions(Path.of("data"), 0, 0).documents());
    if (!(StoreUrl.parse(settings.url()) instanceof StoreUrl.Couchbase(var url))) {
      throw new ParameterException(
          spec.commandLine(),
          "init is for Couchbase, say --store couchbase://…: a SQLite file needs none");
    }
    BucketReport report = new BucketSetup(dryRun, indexes).run(url, settings.couchbase());
    stdio.line(
        "%s  Couchbase %s, %d replicas, %s, %d partitions"
            .formatted(
                report.url(),
                report.server(),
                report.facts().replicas(),
                report.facts().storage(),
                report.facts().partitions()));
    for (BucketReport.Step step : report.steps()) {
      print(step);
    }
    return report;
  }

  private void print(BucketReport.Step step) throws IOException {
    String state = step.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    stdio.line("  %-28s %-10s %s".formatted(step.what(), state, step.why()).stripTrailing());
  }
}
