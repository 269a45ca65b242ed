package polo.fleet.edge.verbs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import polo.common.edge.json.Json;
import polo.common.edge.standby.ControlTopic;
import polo.common.edge.standby.Side;
import polo.common.edge.standby.StoreEpoch;
import polo.common.edge.standby.StoreSwitch;

/// `polo store`: which of two stores is in use, and how to move to the other.
@Command(
    name = "store",
    description = {
      "Show the store and the one that stands by, and switch between them.",
      "",
      "The fleet is the one that POLO_* settings describe, POLO_STORE_STANDBY_URL among them."
    },
    footer = {
      "%nExamples:",
      "  polo store status --json",
      "  polo store switch --to standby --dry-run",
      "  polo store switch --to standby --yes"
    })
public final class StoreVerb {

  private static final Duration MOMENT = Duration.ofMillis(500);

  private final Stdio stdio;

  public StoreVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Command(
      name = "status",
      description = "Which store is in use, whether both answer, and how far the other is behind.",
      footer = "%nExit code 1 when one of them does not answer.")
  int status(@Option(names = "--json", description = "Print one JSON object.") boolean json)
      throws IOException {
    try (StoreSides sides = StoreSides.open();
        ControlTopic topic = ControlTopic.open(sides.kafka())) {
      StoreStatus status =
          StoreStatus.of(
              topic.latest(MOMENT), sides.primary(), sides.standby(), Clock.systemUTC().instant());
      if (json) {
        stdio.line(Json.line(status));
      } else {
        tell(status);
      }
      stdio.out().flush();
      return status.primary().reachable() && status.standby().reachable()
          ? ExitCode.OK
          : ExitCode.SOME_FAILED;
    }
  }

  @Command(
      name = "switch",
      description = {
        "Move the fleet to the other store.",
        "",
        "Stops all workers, waits for what the other store still lacks as long as the one in use"
            + " answers, sends the consumer groups back by what it lacks and a margin, and goes on."
      },
      footer = "%nExit code 1 when it was given up; the fleet then works as before.")
  int change(
      @Option(names = "--to", required = true, description = "primary or standby.") Side to,
      @Option(names = "--dry-run", description = "Only look whether it could be done.")
          boolean dryRun,
      @Option(names = "--yes", description = "Do it without asking.") boolean yes,
      @Option(
              names = "--margin",
              defaultValue = "PT30S",
              paramLabel = "D",
              description = "Done again beyond what is lacking (default: ${DEFAULT-VALUE}).")
          Duration margin)
      throws IOException {
    try (StoreSides sides = StoreSides.openFor(to);
        ControlTopic topic = ControlTopic.open(sides.kafka());
        Admin admin = sides.kafka().admin()) {
      StoreSwitch toOther =
          new StoreSwitch(
              topic,
              admin,
              Clock.systemUTC(),
              sides.settings().kafka().drain().plusSeconds(20),
              Duration.ofSeconds(30),
              margin,
              stdio::say);
      if (dryRun) {
        toOther.check(sides.at(to.other()), sides.at(to));
        return ExitCode.OK;
      }
      if (!yes && !isAgreed(to)) {
        stdio.say("polo: nothing was done");
        return ExitCode.SOME_FAILED;
      }
      StoreSwitch.Done done = toOther.run(sides.at(to.other()), sides.at(to), to);
      StoreEpoch epoch = done.epoch();
      stdio.line(
          "%s in use since epoch %d, %,d records are done again"
              .formatted(epoch.active(), epoch.number(), done.again()));
      stdio.out().flush();
      return ExitCode.OK;
    } catch (IllegalStateException e) {
      stdio.say("polo: " + e.getMessage());
      return ExitCode.SOME_FAILED;
    }
  }

  /// Anything but a yes, and nobody there to ask, is a no.
  private boolean isAgreed(Side to) throws IOException {
    String question = "This stops all workers for a while and moves them to the %s.".formatted(to);
    return Consent.ask(question, stdio) == Consent.YES;
  }

  private void tell(StoreStatus status) throws IOException {
    stdio.line(
        "in use   %s, epoch %d%s"
            .formatted(status.active(), status.epoch(), status.fenced() ? ", fenced" : ""));
    stdio.line("primary  " + status.primary().line());
    stdio.line("standby  " + status.standby().line());
    stdio.line(
        "lag      " + (status.lagSeconds() == null ? "unknown" : status.lagSeconds() + " s"));
  }
}
