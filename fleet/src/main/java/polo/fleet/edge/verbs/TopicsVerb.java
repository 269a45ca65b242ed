package polo.fleet.edge.verbs;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.TopicSetup;
import polo.common.edge.kafka.TopicState;
import polo.common.edge.settings.PoloSettings;
import polo.fleet.edge.process.ProcessSettings;

/// `polo topics`: makes and checks the topics on a broker.
@Command(
    name = "topics",
    description = {
      "Make the topics that are missing, and check those that are there.",
      "",
      "Compares partitions, replicas, retention, message size and replicas in sync. A topic that is"
          + " there is never changed: more partitions would send a user's later jobs elsewhere than"
          + " the earlier ones (see docs/fleet.md)."
    },
    footer = {
      "%nExamples:",
      "  polo topics --bootstrap kafka:9092 --partitions 24 --replication 3",
      "  polo topics --bootstrap kafka:9092 --dry-run --json",
      "%nExit code 1 when a topic is not what it should be, or would have to be made."
    })
public final class TopicsVerb implements Callable<Integer> {

  private static final short OF_THE_BROKER = -1;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The broker, several joined by commas (default: ${DEFAULT-VALUE}).")
  private String bootstrap = "localhost:9092";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of each topic of jobs (default: ${DEFAULT-VALUE}).")
  private int partitions = 24;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Replicas of each topic; -1: as the broker has it, and unchecked (default).")
  private short replication = OF_THE_BROKER;

  @Option(names = "--dry-run", description = "Only check; make nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print a JSON object a topic.")
  private boolean json;

  private final Stdio stdio;

  public TopicsVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException {
    List<TopicState> states = new TopicSetup(settings()).check();
    stdio.print(states.stream().map(json ? Json::line : TopicsVerb::line).toList());
    return states.stream().allMatch(TopicsVerb::isFine) ? ExitCode.OK : ExitCode.SOME_FAILED;
  }

  private PoloSettings.Kafka settings() {
    return new PoloSettings.Kafka(
        bootstrap,
        !dryRun,
        partitions,
        replication,
        Duration.ZERO,
        PoloSettings.GroupProtocol.CLASSIC,
        ProcessSettings.kafkaSecurity());
  }

  private static String line(TopicState state) {
    String kind = state.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%-24s %-10s %s"
        .formatted(state.topic(), kind, String.join("; ", state.differences()))
        .stripTrailing();
  }

  private static boolean isFine(TopicState state) {
    return switch (state.kind()) {
      case AS_WANTED, CREATED -> true;
      case MISSING, DIFFERENT -> false;
    };
  }
}
