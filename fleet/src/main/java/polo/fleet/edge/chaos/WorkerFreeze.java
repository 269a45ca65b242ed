package polo.fleet.edge.chaos;

import java.time.Duration;

/// Stops a worker in the middle of its work until others have its partitions, and lets it go on:
/// what it still has in hand is old by then and must not be written over what is new.
record WorkerFreeze() implements Fault.Scenario {

  /// Longer than a session, so that others take over.
  private static final Duration FROZEN = Duration.ofSeconds(15);

  private static final int TIMES = 2;
  private static final int A_MOMENT = 300;

  @Override
  public String play(Stage stage) throws Exception {
    for (int time = 1; time <= TIMES; time++) {
      long before = stage.watch().done();
      stage.sender().allow((time - 0.5) / TIMES);
      stage.awaitWorkBeyond(before);
      stage.awaitAnyMoment(A_MOMENT);
      ChildJvm worker = stage.crew().any(stage.random());
      worker.freeze();
      stage.watch().mark();
      stage.sender().allow((double) time / TIMES);
      Stage.hold(FROZEN);
      worker.thaw();
      stage.awaitRecovery();
    }
    stage.sender().await(1);
    return "%d workers frozen for %d s".formatted(TIMES, FROZEN.toSeconds());
  }
}
