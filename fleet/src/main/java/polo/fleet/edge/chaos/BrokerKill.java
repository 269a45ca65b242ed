package polo.fleet.edge.chaos;

/// Kills the leader of a partition of live jobs, and then the leader of the controllers, while jobs
/// arrive. Each is started again once everything is through without it.
record BrokerKill() implements Fault.Scenario {

  private static final int PER_SECOND = 100;

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().pace(PER_SECOND);
    stage.sender().allow(0.5);
    stage.sender().await(0.2);
    killAndRestart(stage, stage.cluster().leaderOf(0));
    stage.sender().await(0.5);
    stage.sender().allow(1);
    stage.sender().await(0.7);
    killAndRestart(stage, stage.cluster().controller());
    stage.sender().await(1);
    return "leader of a partition and leader of the controllers killed";
  }

  private static void killAndRestart(Stage stage, BrokerNode node) throws Exception {
    node.kill();
    stage.watch().mark();
    stage.awaitRecovery();
    stage.cluster().restart(node);
  }
}
