package polo.fleet.edge.chaos;

/// Stops each broker in turn as an operator would, starts it again, and goes on to the next once
/// all replicas are in sync.
record RollingBrokers() implements Fault.Scenario {

  private static final int PER_SECOND = 50;

  @Override
  public String play(Stage stage) throws Exception {
    stage.sender().pace(PER_SECOND);
    stage.sender().allow(1);
    stage.sender().await(0.1);
    for (BrokerNode node : stage.cluster().nodes()) {
      stage.watch().mark();
      node.stop();
      stage.cluster().restart(node);
    }
    stage.sender().await(1);
    stage.awaitRecovery();
    return "%d brokers restarted".formatted(BrokerCluster.NODES);
  }
}
