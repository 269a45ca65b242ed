package polo.fleet.edge.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What goes wrong in a run.
public enum Fault {
  WORKER_KILL("workers die at random moments (kill -9)", 3),
  WORKER_FREEZE("a worker stands still, is replaced, and goes on", 2),
  BROKER_KILL("a partition's leader and the controller die (kill -9)", 2),
  ROLLING_BROKERS("all brokers are restarted, one after the other", 2),
  DUPLICATES("jobs three times each and out of order, poison among them", 2),
  NETWORK("links to the brokers are cut, slow, silent and half open", 2),
  SCALE("one worker becomes four, and four become two", 1);

  private final String what;
  private final int workers;

  Fault(String what, int workers) {
    this.what = what;
    this.workers = workers;
  }

  /// What is done to a running fleet. When it ends, all of the load must be sent.
  interface Scenario {
    /// Answers what was done, in words.
    String play(Stage stage) throws Exception;
  }

  /// As on the command line, for example `worker-kill`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Fault> ofWord(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Fault::word).toList();
  }

  public String what() {
    return what;
  }

  /// With how many workers it begins.
  int workers() {
    return workers;
  }

  Scenario scenario() {
    return switch (this) {
      case WORKER_KILL -> new WorkerKill();
      case WORKER_FREEZE -> new WorkerFreeze();
      case BROKER_KILL -> new BrokerKill();
      case ROLLING_BROKERS -> new RollingBrokers();
      case DUPLICATES -> new Disorder();
      case NETWORK -> new BadNetwork();
      case SCALE -> new Scaling();
    };
  }

  /// Whether workers reach the brokers by links that can be spoiled.
  boolean spoilsLinks() {
    return this == NETWORK;
  }

  Load load(int jobs, long seed) {
    String name = "%s-%d".formatted(word(), seed);
    return this == DUPLICATES ? Load.disturbed(name, jobs, seed) : Load.of(name, jobs, seed);
  }
}
