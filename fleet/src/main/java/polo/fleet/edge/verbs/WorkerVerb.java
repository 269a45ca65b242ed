package polo.fleet.edge.verbs;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import polo.fleet.edge.process.Role;

/// `polo worker`: one worker of a fleet, against a broker and a store elsewhere.
@Command(
    name = "worker",
    description = {
      "Run one worker until it is stopped. Start as many as there is work for.",
      "",
      "The broker, the store and everything else are settings: POLO_KAFKA_BOOTSTRAP=kafka:9092 and so"
          + " on, see docs/fleet.md. Health is at /actuator/health/liveness and"
          + " /actuator/health/readiness, metrics at /actuator/prometheus."
    },
    footer = {
      "%nExamples:",
      "  POLO_KAFKA_BOOTSTRAP=kafka:9092 polo worker geo",
      "  POLO_KAFKA_BOOTSTRAP=kafka:9092 polo worker images --port 8081"
    })
public final class WorkerVerb implements Callable<Integer> {

  /// The two workers.
  enum Kind {
    GEO(Role.GEO),
    IMAGES(Role.IMAGES);

    private final Role role;

    Kind(Role role) {
      this.role = role;
    }
  }

  @Parameters(paramLabel = "geo|images", description = "Fixes into timelines, or photos.")
  private Kind kind = Kind.GEO;

  @Mixin private ProcessOptions options = new ProcessOptions();

  private final Stdio stdio;

  public WorkerVerb(Stdio stdio) {
    this.stdio = stdio;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return options.run(kind.role, stdio);
  }
}
