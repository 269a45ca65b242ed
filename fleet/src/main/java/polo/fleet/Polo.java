package polo.fleet;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import polo.common.earth.Coordinate;
import polo.fleet.edge.verbs.ChaosVerb;
import polo.fleet.edge.verbs.CompletionVerb;
import polo.fleet.edge.verbs.ConfigVerb;
import polo.fleet.edge.verbs.ConsoleVerb;
import polo.fleet.edge.verbs.DeadVerb;
import polo.fleet.edge.verbs.DemoVerb;
import polo.fleet.edge.verbs.DeriveVerb;
import polo.fleet.edge.verbs.ExportVerb;
import polo.fleet.edge.verbs.Failures;
import polo.fleet.edge.verbs.GazetteerVerb;
import polo.fleet.edge.verbs.GeocodeVerb;
import polo.fleet.edge.verbs.ImportVerb;
import polo.fleet.edge.verbs.InitVerb;
import polo.fleet.edge.verbs.JobsVerb;
import polo.fleet.edge.verbs.PhotoVerb;
import polo.fleet.edge.verbs.ReplayVerb;
import polo.fleet.edge.verbs.RunVerb;
import polo.fleet.edge.verbs.StatusVerb;
import polo.fleet.edge.verbs.Stdio;
import polo.fleet.edge.verbs.StoreVerb;
import polo.fleet.edge.verbs.TopicsVerb;
import polo.fleet.edge.verbs.WorkerVerb;
import polo.geo.edge.gazetteer.EmbeddedGazetteer;
import polo.geo.timeline.Settler;
import polo.geo.timeline.TimelineDeriver;
import polo.images.edge.files.PhotoFiles;
import polo.images.edge.settings.ImagesSettings;

/// The `polo` command. Each verb is a class of [polo.fleet.edge.verbs]; here they are put together.
///
/// Results go to standard output, everything said to people to standard error. Exit codes: 0 ok, 1
/// some failed, 2 usage, 3 unreachable.
public final class Polo {

  /// Where `logback.xml` finds how much to tell.
  private static final String LOG_LEVEL = "polo.log.level";

  private Polo() {}

  public static void main(String[] arguments) {
    System.exit(commandLine(Stdio.ofProcess()).execute(arguments));
  }

  /// The whole command, over these streams.
  public static CommandLine commandLine(Stdio stdio) {
    Failures failures = new Failures(stdio);
    return new CommandLine(new Root())
        .addSubcommand(new DemoVerb(stdio))
        .addSubcommand(new RunVerb(stdio))
        .addSubcommand(new WorkerVerb(stdio))
        .addSubcommand(new ConsoleVerb(stdio))
        .addSubcommand(new ImportVerb(stdio))
        .addSubcommand(new ExportVerb(stdio))
        .addSubcommand(new DeriveVerb(stdio, TimelineDeriver.DEFAULT, Polo::settler))
        .addSubcommand(new GeocodeVerb(stdio, EmbeddedGazetteer::preferring))
        .addSubcommand(new GazetteerVerb(stdio))
        .addSubcommand(new PhotoVerb(stdio, PhotoFiles.of(ImagesSettings.defaults(), Polo::zoneAt)))
        .addSubcommand(new TopicsVerb(stdio))
        .addSubcommand(new StatusVerb(stdio))
        .addSubcommand(new ConfigVerb(stdio, System.getenv()))
        .addSubcommand(new JobsVerb(stdio))
        .addSubcommand(new DeadVerb(stdio))
        .addSubcommand(new InitVerb(stdio))
        .addSubcommand(new ChaosVerb(stdio))
        .addSubcommand(new StoreVerb(stdio))
        .addSubcommand(new ReplayVerb(stdio))
        .addSubcommand(new CompletionVerb(stdio))
        .addSubcommand(new HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setOut(new PrintWriter(stdio.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(stdio.err(), true, StandardCharsets.UTF_8))
        .setExecutionStrategy(Polo::run)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }

  private static Settler settler() {
    return Settler.with(EmbeddedGazetteer.load());
  }

  private static Optional<ZoneId> zoneAt(Coordinate position) {
    return Optional.of(EmbeddedGazetteer.load().zoneAt(position));
  }

  /// Before anything logs for the first time, `--verbose` must be known.
  private static int run(ParseResult arguments) {
    Root root = (Root) arguments.commandSpec().userObject();
    if (root.verbose) {
      System.setProperty(LOG_LEVEL, "DEBUG");
    }
    if (!arguments.hasSubcommand()
        && !arguments.isUsageHelpRequested()
        && !arguments.isVersionHelpRequested()) {
      throw new ParameterException(arguments.commandSpec().commandLine(), "say what to do");
    }
    return new RunLast().execute(arguments);
  }

  @Command(
      name = "polo",
      mixinStandardHelpOptions = true,
      scope = ScopeType.INHERIT,
      versionProvider = Version.class,
      description = "Turns GPS points and photos into stays, trips, places and journeys.",
      sortOptions = false,
      footer = {
        "%nExamples:",
        "  polo demo                          the whole fleet on a sample journey",
        "  polo run                           the whole fleet as a service",
        "  polo import fixes.csv.gz           files into the running fleet",
        "  polo derive fixes.csv.gz           stays, trips and places of recorded positions",
        "  polo geocode < points.csv          country, region, city and time zone of positions",
        "  polo photo *.jpg --out renditions  facts and renditions of photos",
        "%nExit codes: 0 ok, 1 some failed, 2 usage, 3 unreachable."
      })
  private static final class Root {

    @Option(
        names = {"-v", "--verbose"},
        scope = ScopeType.INHERIT,
        description = "Tell more: debug logs, and stack traces of failures.")
    private boolean verbose;
  }

  /// The version of the jar, and of the Java that runs it.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Polo.class.getPackage().getImplementationVersion();
      return new String[] {
        "polo %s (Java %s)"
            .formatted(Objects.requireNonNullElse(version, "development"), Runtime.version())
      };
    }
  }
}
