package polo.fleet.edge.chaos;

import java.time.Duration;
import java.util.Random;

/// What a fault acts on while a load runs.
///
/// @param random all chance of the run comes from here
/// @param kills how often a fault that repeats does so
record Stage(
    BrokerCluster cluster, Crew crew, Sender sender, Watch watch, Random random, int kills) {

  private static final Duration WORKING = Duration.ofMinutes(5);
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  /// Waits until something more than `before` is done: somebody is at work.
  void awaitWorkBeyond(long before) throws InterruptedException {
    Patience.await("somebody works", WORKING, () -> watch.done() > before);
  }

  /// Waits until all clocks have stopped.
  void awaitRecovery() throws InterruptedException {
    Patience.await("all done that was there at a fault", RECOVERY, () -> !watch.hasOpenMarks());
  }

  /// Some moment of the next so many milliseconds.
  void awaitAnyMoment(int withinMillis) throws InterruptedException {
    Thread.sleep(random.nextInt(withinMillis));
  }

  static void hold(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }
}
