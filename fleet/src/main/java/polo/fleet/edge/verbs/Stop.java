package polo.fleet.edge.verbs;

import java.util.concurrent.CountDownLatch;

/// Waiting for Ctrl-C or SIGTERM, and stopping in order when it comes.
final class Stop {

  private final CountDownLatch stopped = new CountDownLatch(1);

  private Stop() {}

  /// Stops what runs when the process is asked to end, be it by a signal or by itself.
  static Stop onSignal(Runnable close, Stdio stdio) {
    Stop stop = new Stop();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stdio.say("Stopping: finishing what was begun.");
                  close.run();
                  stop.stopped.countDown();
                },
                "stop"));
    return stop;
  }

  void await() throws InterruptedException {
    stopped.await();
  }
}
