package polo.fleet.edge.verbs;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import polo.common.edge.json.Json;
import polo.common.edge.store.DocumentStore;
import polo.fleet.edge.ops.DeadLetters;
import polo.fleet.edge.ops.LetterFilter;
import polo.fleet.edge.ops.LetterGroup;
import polo.fleet.edge.ops.LetterMatches;
import polo.fleet.edge.ops.LetterState;
import polo.fleet.edge.ops.Settled;
import polo.fleet.edge.progress.Progress;
import polo.fleet.edge.verbs.LetterLines.Row;
import polo.fleet.edge.verbs.LetterLines.Whole;

/// `polo dead`: the jobs that were given up.
@Command(
    name = "dead",
    description = {
      "Look at the jobs that were given up, put them back on their topics, or drop them.",
      "",
      "Nothing is settled unasked, and nothing twice: a letter that somebody put back or dropped is"
          + " no longer open for others."
    },
    footer = {
      "%nExamples:",
      "  polo dead list",
      "  polo dead list --each --reason IMAGE_CORRUPT --since 2h",
      "  polo dead show 3-17",
      "  polo dead replay --reason UNEXPECTED --since 1d --dry-run",
      "  polo dead drop --id 3-17,3-18",
      "%nExit code 1 when something is left of what was asked (docs/operating.md)."
    })
public final class DeadVerb implements Runnable {

  private static final Set<LetterState> OPEN = EnumSet.of(LetterState.OPEN, LetterState.UNDER_WAY);
  private static final int SHOWN = 100;

  private final Stdio stdio;

  @Spec private CommandSpec spec = CommandSpec.create();

  public DeadVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list, show, replay or drop");
  }

  /// What `--state` may be.
  enum Shown {
    OPEN,
    REPLAYED,
    DROPPED,
    ALL;

    Set<LetterState> states() {
      return switch (this) {
        case OPEN -> DeadVerb.OPEN;
        case REPLAYED -> EnumSet.of(LetterState.REPLAYED);
        case DROPPED -> EnumSet.of(LetterState.DROPPED);
        case ALL -> EnumSet.allOf(LetterState.class);
      };
    }
  }

  /// What both bulk verbs take.
  static final class BulkOptions {
    @Option(names = "--all", description = "All of them, when nothing else says which.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only say which they are.")
    private boolean dryRun;

    @Option(
        names = {"-y", "--yes"},
        description = "Do not ask.")
    private boolean yes;

    @Option(names = "--json", description = "Print a JSON object in the end.")
    private boolean json;
  }

  /// Counts by reason, or a line for each.
  @Command(name = "list", description = "Count dead letters by reason, or list each of them.")
  int list(
      @Mixin ReachOptions fleet,
      @Mixin LetterOptions which,
      @Option(names = "--each", description = "A line for each letter, not for each reason.")
          boolean each,
      @Option(
              names = "--state",
              defaultValue = "open",
              description = "${COMPLETION-CANDIDATES} (default: open).")
          Shown state,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "" + SHOWN,
              description = "Most lines with --each (default: ${DEFAULT-VALUE}).")
          int limit,
      @Option(names = "--json", description = "Print a JSON object for each reason, or letter.")
          boolean json)
      throws Exception {
    LetterFilter filter = which.filter(state.states());
    return with(
        fleet,
        letters -> {
          if (each) {
            listEach(letters, filter, limit, json);
          } else {
            listGroups(letters.match(filter), json);
          }
          return ExitCode.OK;
        });
  }

  /// All that is known of one.
  @Command(
      name = "show",
      description = {
        "Show all that is known of a dead letter: why, how often it was tried, its headers.",
        "",
        "When a job died several times, each of its letters is shown, the oldest first."
      })
  int show(
      @Mixin ReachOptions fleet,
      @Parameters(paramLabel = "ID", description = "Of the letter, like 3-17, or of the job.")
          String id,
      @Option(names = "--body", description = "Its body too: where people were may be in it.")
          boolean body,
      @Option(names = "--json", description = "Print a JSON object for each letter.") boolean json)
      throws Exception {
    LetterFilter filter = LetterFilter.ofIds(Set.of(id));
    return with(
        fleet,
        letters -> {
          List<Whole> found = history(letters, filter, body);
          if (found.isEmpty()) {
            stdio.say("polo: no dead letter " + id);
            return ExitCode.SOME_FAILED;
          }
          for (Whole whole : found) {
            stdio.print(json ? List.of(Json.line(whole)) : LetterLines.whole(whole));
          }
          return ExitCode.OK;
        });
  }

  /// Puts letters back.
  @Command(
      name = "replay",
      description = {
        "Put dead letters back on the topics they came from, as they were, and count that.",
        "",
        "Says how many match, and asks."
      })
  int replay(
      @Mixin ReachOptions fleet,
      @Mixin LetterOptions which,
      @Option(
              names = "--max-replays",
              paramLabel = "N",
              defaultValue = "3",
              description =
                  "Leave those alone that were put back so often already (default:"
                      + " ${DEFAULT-VALUE}).")
          int maxReplays,
      @Mixin BulkOptions bulk)
      throws Exception {
    LetterFilter filter = which.filter(OPEN).replayedAtMost(maxReplays - 1);
    return with(
        fleet, letters -> settle(filter, bulk, new Deed("replay", letters, letters::replay)));
  }

  /// Gives letters up for good.
  @Command(
      name = "drop",
      description = {
        "Say of dead letters that nobody wants them any more.",
        "",
        "Says how many match, and asks. They stay on the topic for as long as it keeps them (list"
            + " --state dropped)."
      })
  int drop(@Mixin ReachOptions fleet, @Mixin LetterOptions which, @Mixin BulkOptions bulk)
      throws Exception {
    LetterFilter filter = which.filter(OPEN);
    return with(fleet, letters -> settle(filter, bulk, new Deed("drop", letters, letters::drop)));
  }

  private interface Question {
    int of(DeadLetters letters) throws IOException;
  }

  private interface Bulk {
    Settled on(LetterMatches matches, Consumer<Settled> watcher);
  }

  private record Deed(String word, DeadLetters letters, Bulk bulk) {}

  /// How a bulk deed ended, for `--json`.
  private record Ended(String deed, boolean dryRun, long stubborn, Settled letters) {}

  private static int with(ReachOptions options, Question question) throws IOException {
    var fleet = options.reach();
    try (DocumentStore store = fleet.openStore();
        DeadLetters letters = DeadLetters.of(fleet.broker(), store, Clock.systemUTC())) {
      return question.of(letters);
    }
  }

  private void listGroups(LetterMatches matches, boolean json) throws IOException {
    if (json) {
      for (LetterGroup group : matches.groups()) {
        stdio.line(Json.line(group));
      }
    } else if (matches.letters() > 0) {
      stdio.print(LetterLines.groups(matches.groups()));
    }
    stdio.out().flush();
    stdio.say(matches.letters() + " dead letters");
  }

  private void listEach(DeadLetters letters, LetterFilter filter, int limit, boolean json)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    long[] count = {0};
    letters.forEach(
        filter,
        letter -> {
          if (count[0]++ < limit) {
            rows.add(Row.of(letter));
          }
        });
    if (json) {
      stdio.print(rows.stream().map(Json::line).toList());
    } else if (!rows.isEmpty()) {
      stdio.print(LetterLines.rows(rows));
    }
    stdio.say(
        "%d dead letters%s"
            .formatted(count[0], count[0] > limit ? ", the first %d shown".formatted(limit) : ""));
  }

  /// The letter, and the others of the same job.
  private static List<Whole> history(DeadLetters letters, LetterFilter filter, boolean body) {
    List<Whole> found = new ArrayList<>();
    letters.forEach(filter, letter -> found.add(Whole.of(letter, body)));
    List<String> jobs =
        found.stream()
            .map(whole -> whole.letter().jobId())
            .filter(job -> !job.isEmpty())
            .distinct()
            .toList();
    if (!jobs.isEmpty() && filter.ids().stream().noneMatch(jobs::contains)) {
      found.clear();
      LetterFilter all = LetterFilter.ofIds(Set.copyOf(jobs));
      letters.forEach(all, letter -> found.add(Whole.of(letter, body)));
    }
    found.sort((one, other) -> one.letter().at().compareTo(other.letter().at()));
    return found;
  }

  private int settle(LetterFilter filter, BulkOptions bulk, Deed deed) throws IOException {
    if (filter.isForAll() && !bulk.all) {
      throw new ParameterException(
          spec.commandLine().getSubcommands().get(deed.word()),
          "say which letters: --reason, --user, --type, --since, --id, or --all of them");
    }
    LetterMatches matches = deed.letters().match(filter);
    tell(matches);
    if (matches.letters() == 0 || bulk.dryRun) {
      return ended(new Ended(deed.word(), bulk.dryRun, matches.stubborn(), matched(matches)), bulk);
    }
    if (!bulk.yes) {
      switch (Consent.ask("%s them?".formatted(capitalised(deed.word())), stdio)) {
        case YES -> {}
        case NO -> {
          stdio.say("Nothing was done.");
          return ExitCode.SOME_FAILED;
        }
        case NOBODY -> {
          stdio.say("polo: nobody is there to ask; --yes says so beforehand. Nothing was done.");
          return ExitCode.USAGE;
        }
      }
    }
    return ended(new Ended(deed.word(), false, matches.stubborn(), done(matches, deed)), bulk);
  }

  private void tell(LetterMatches matches) throws IOException {
    for (LetterGroup group : matches.groups()) {
      stdio.say("  %-24s %d".formatted(group.reason(), group.letters()));
    }
    if (matches.stubborn() > 0) {
      stdio.say(
          "%d more were put back too often already (--max-replays)".formatted(matches.stubborn()));
    }
    stdio.say(matches.letters() + " match");
  }

  private Settled done(LetterMatches matches, Deed deed) {
    try (Progress progress = Progress.throughItems(deed.word(), stdio.err())) {
      return deed.bulk().on(matches, soFar -> progress.left(matches.letters() - soFar.matched()));
    }
  }

  private int ended(Ended ended, BulkOptions bulk) throws IOException {
    Settled letters = ended.letters();
    if (bulk.json) {
      stdio.line(Json.line(ended));
    } else if (ended.dryRun()) {
      stdio.line("would %s %d".formatted(ended.deed(), letters.matched()));
    } else {
      stdio.line(
          "%s %d of %d%s%s%s"
              .formatted(
                  ended.deed().equals("replay") ? "replayed" : "dropped",
                  letters.done(),
                  letters.matched(),
                  part(letters.others(), "settled by others"),
                  part(letters.unsure(), "not acknowledged: run it again in five minutes"),
                  part(letters.strangers(), "tell no topic to go back to")));
    }
    stdio.out().flush();
    return letters.isWhole() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private static Settled matched(LetterMatches matches) {
    return new Settled(matches.letters(), 0, 0, 0, 0);
  }

  private static String part(long count, String what) {
    return count == 0 ? "" : ", %d %s".formatted(count, what);
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
