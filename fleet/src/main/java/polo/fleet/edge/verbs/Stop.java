package polo.fleet.edge.verbs;

import java.util.concurrent.CountDownLatch;
import polo.fleet.edge.embedded.EmbeddedFleet;

/// Waiting for Ctrl-C or SIGTERM, and stopping in order when it comes.
final class Stop {

  private final CountDownLatch stopped = new CountDownLatch(1);

  private Stop() {}

  /// Stops the fleet when the process is asked to end, be it by a signal or by itself.
  static Stop onSignal(EmbeddedFleet fleet, Stdio stdio) {
    Stop stop = new Stop();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stdio.say("Stopping: finishing what was begun.");
                  fleet.close();
                  stop.stopped.countDown();
                },
                "stop"));
    return stop;
  }

  void await() throws InterruptedException {
    stopped.await();
  }
}
