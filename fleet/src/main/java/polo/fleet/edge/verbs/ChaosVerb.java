package polo.fleet.edge.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import polo.common.edge.json.Json;
import polo.fleet.edge.chaos.Chaos;
import polo.fleet.edge.chaos.ChaosReport;
import polo.fleet.edge.chaos.Fault;
import polo.fleet.edge.progress.Progress;

/// `polo chaos`: what becomes of jobs when everything around them fails.
@Command(
    name = "chaos",
    description = {
      "Make brokers, workers and their network fail while jobs arrive, and count what is lost.",
      "",
      "Starts three brokers and several workers as processes of their own, in a folder that goes when"
          + " all was well. Documents must be what the same fixes give when nothing fails. See"
          + " docs/fleet.md."
    },
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  polo chaos",
      "  polo chaos --fault worker-kill --jobs 20000 --seed 7",
      "  polo chaos --json > chaos.ndjson",
      "%nThe last line counts; exit code 0 only when it says: lost 0, doubled 0, differing 0"
    })
public final class ChaosVerb implements Callable<Integer> {

  private static final String ALL = "all";

  /// What `--fault` may be.
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Fault.words().stream(), Stream.of(ALL)).iterator();
    }
  }

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Jobs of each fault, ten fixes each (default: ${DEFAULT-VALUE}).")
  private int jobs = 2000;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Words.class,
      description = "One or more of: ${COMPLETION-CANDIDATES} (default: all).")
  private List<String> names = List.of(ALL);

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Where fixes, order and moments come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "How many workers worker-kill kills (default: ${DEFAULT-VALUE}).")
  private int kills = 20;

  @Option(names = "--json", description = "Print a JSON object for each fault.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private final Stdio stdio;

  public ChaosVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws Exception {
    List<Fault> faults = faults();
    Path folder = Files.createTempDirectory("polo-chaos-");
    List<ChaosReport> reports = new ArrayList<>();
    stdio.say("Starting three brokers in %s ...".formatted(folder));
    try (Chaos chaos = Chaos.start(folder)) {
      for (Fault each : faults) {
        stdio.say("%s: %s".formatted(each.word(), each.what()));
        ChaosReport report = play(chaos, each);
        reports.add(report);
        tell(report);
      }
    }
    boolean good = reports.stream().allMatch(ChaosReport::isGood);
    if (good) {
      delete(folder);
    } else {
      stdio.say("Logs and data are in " + folder);
    }
    tellSum(reports);
    return good ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private List<Fault> faults() {
    if (jobs < 1 || kills < 1) {
      throw wrong("--jobs and --kills are at least 1");
    }
    return names.contains(ALL)
        ? List.of(Fault.values())
        : names.stream().map(this::faultNamed).toList();
  }

  private Fault faultNamed(String name) {
    return Fault.ofWord(name)
        .orElseThrow(() -> wrong("no fault \"%s\", there are %s".formatted(name, Fault.words())));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private ChaosReport play(Chaos chaos, Fault each) throws Exception {
    try (Progress progress = Progress.throughItems(each.word(), stdio.err())) {
      return chaos.play(each, new Chaos.Plan(jobs, seed, kills), progress);
    }
  }

  private void tell(ChaosReport report) throws IOException {
    stdio.line(json ? Json.line(report) : report.line());
    stdio.out().flush();
    report.details().forEach(detail -> stdio.say("  " + detail));
  }

  /// Results are JSON only when that is asked for, so then the sum is said to people.
  private void tellSum(List<ChaosReport> reports) throws IOException {
    String sum =
        "lost %d, doubled %d, differing %d"
            .formatted(
                reports.stream().mapToInt(ChaosReport::lost).sum(),
                reports.stream().mapToInt(ChaosReport::doubled).sum(),
                reports.stream().mapToInt(ChaosReport::differing).sum());
    if (json) {
      stdio.say(sum);
    } else {
      stdio.line(sum);
      stdio.out().flush();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
