package polo.fleet.edge.chaos;

/// Kills a worker that works, at a moment nobody chose, and puts another in its place at once. The
/// next dies as soon as anybody works again; only now and then the fleet may recover, and how long
/// that takes is measured.
record WorkerKill() implements Fault.Scenario {

  private static final int A_MOMENT = 400;
  private static final int KILLS_FOR_A_REST = 5;
  private static final int PER_SECOND = 1_000;

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().pace(PER_SECOND);
    int busy = 0;
    for (int kill = 1; kill <= stage.kills(); kill++) {
      long before = stage.watch().done();
      stage.sender().allow(kill / (stage.kills() + 1.0));
      stage.awaitWorkBeyond(before);
      stage.awaitAnyMoment(A_MOMENT);
      busy += stage.watch().isWorking() ? 1 : 0;
      ChildJvm victim = stage.crew().any(stage.random());
      victim.kill();
      stage.crew().lose(victim);
      stage.crew().hire(1);
      if (kill % KILLS_FOR_A_REST == 0 || kill == stage.kills()) {
        stage.watch().mark();
        stage.awaitRecovery();
      }
    }
    stage.sender().allow(1);
    stage.sender().await(1);
    return "%d kills, %d while jobs waited".formatted(stage.kills(), busy);
  }
}
